// Reads a Parquet file by a reader of others, hyparquet, and holds every cell against the CSV beside it.
// node parquet.mjs FOLDER-OF-HYPARQUET FILE.parquet FILE.csv
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const [folder, parquet, csv] = process.argv.slice(2)
const { asyncBufferFromFile, parquetReadObjects } = await import(pathToFileURL(folder + '/src/node.js'))

/** Cells of a line, of which some stand in quotes. */
const cells = line => [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain)

const same = (value, text) => {
  if (value === null || value === undefined) return text === ''
  if (typeof value === 'number') return value === Number(text)
  if (typeof value === 'boolean') return text === (value ? 'yes' : 'no')
  return String(value) === text
}

const rows = await parquetReadObjects({ file: await asyncBufferFromFile(parquet) })
const [head, ...lines] = readFileSync(csv, 'utf8').trimEnd().split('\n').map(cells)
let differ = rows.length === lines.length ? 0 : 1
let compared = 0
lines.forEach((line, row) =>
  head.forEach((column, i) => {
    compared++
    if (!same(rows[row]?.[column], line[i]) && differ++ < 10) console.error(`${parquet}: row ${row + 1}, ${column}: ${rows[row]?.[column]} is ${line[i]} in ${csv}`)
  }),
)
if (differ) process.exit(1)
console.log(`${parquet}: ${compared} cells are those of ${csv}`)
