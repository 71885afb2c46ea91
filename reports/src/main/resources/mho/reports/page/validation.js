/* The chart of a validation. Its data: rows {what, chip, ratio, published, simulated, tolerance, verdict, kind}, where kind is
   0 agrees, 1 bounds, 2 fitted, 3 told, 4 out of tolerance. */
(() => {
  'use strict';
  const { charts, tip, legendHeight, valueAxis, nameAxis, nameWidth, rowHeight } = mho;
  const KINDS = ['holds', 'within a bound', 'fitted', 'told', 'out of tolerance'];
  const SYMBOLS = ['circle', 'triangle', 'diamond', 'emptyCircle', 'rect'];

  charts.ratios = view => {
    const c = view.colours;
    const chosen = view.choices.chip;
    const name = r => r.what;
    const rows = view.data.rows.filter(r => r.ratio > 0 && (!chosen || r.chip === view.data.chips[chosen - 1])).map((r, i) => ({ ...r, name: i + 1 + ' ' + name(r) }));
    if (!rows.length) return null;
    const names = rows.map(r => r.name);
    const far = 2 ** Math.max(1, Math.ceil(Math.max(...rows.map(r => Math.abs(Math.log2(r.ratio)))) - 1e-9));
    const colours = [c.series[0], c.series[2], c.series[1], c.muted, c.series[4]];
    const there = KINDS.filter((_, kind) => rows.some(r => r.kind === kind));
    const top = legendHeight(view, there);
    return {
      height: top + 54 + rowHeight(view, rows.length) * rows.length,
      option: {
        legend: { data: there },
        grid: { left: nameWidth(view, names), right: 30, top: top + 22, bottom: 28 },
        xAxis: valueAxis(view, '', { type: 'log', logBase: 2, min: 1 / far, max: far, position: 'top', axisLabel: { color: c.muted, hideOverlap: true, formatter: v => '\u00d7 ' + Number(v.toPrecision(3)) } }),
        yAxis: nameAxis(view, names, { splitLine: { show: true, lineStyle: { color: c.line, opacity: 0.5 } } }),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow', axis: 'y' },
          formatter: items => {
            const row = rows[names.indexOf(items[0].axisValue)];
            return tip(row.what, [['published', row.published], ['simulated', row.simulated], ['tolerance', row.tolerance], ['verdict', row.verdict]]);
          },
        },
        series: [
          { name: 'published', type: 'line', symbol: 'none', silent: true, lineStyle: { color: c.fg, width: 1.5 }, data: [[1, names[0]], [1, names[names.length - 1]]] },
        ].concat(
          KINDS.map((kind, n) => ({
            name: kind,
            type: 'scatter',
            symbol: SYMBOLS[n],
            symbolSize: 11,
            itemStyle: { color: colours[n], borderColor: n === 3 ? c.muted : c.bg, borderWidth: 1 },
            data: rows.filter(r => r.kind === n).map(r => [r.ratio, r.name]),
          })),
        ),
      },
    };
  };
})();
