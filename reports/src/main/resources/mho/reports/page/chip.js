/* The chart of a chip. Its data: tiles {name, count, cores, kind, core: [part], parts: [part]} and around [part], where a part is {name, count,
   says, power, area} of what it stands in: one core, one tile, the chip. */
(() => {
  'use strict';
  const { charts, tip, si, percent } = mho;
  const FILL = ['#005a8c', '#e0a030', '#00735a'];
  const INK = ['#ffffff', '#1b1f24', '#ffffff'];
  const sum = parts => parts.reduce((a, p) => a + p.value, 0);

  charts.floor = view => {
    const key = view.choices.of ? 'power' : 'area';
    const unit = view.choices.of ? 'W' : 'm2';
    const one = view.choices.within;
    const { tiles, around } = view.data;
    const scaled = (parts, times) => parts.map(p => ({ name: p.name, says: p.says, count: p.count * times, value: p[key] * times })).filter(p => p.value > 0);
    const groups = [];
    tiles.forEach((t, i) => {
      if (one && one !== i + 1) return;
      const times = one ? 1 : t.count;
      const kind = t.name ? ' (' + t.name + ')' : '';
      groups.push({ name: (times * t.cores).toLocaleString('en') + (times * t.cores === 1 ? ' core' : ' cores') + kind + ': ' + t.kind, fill: 0, parts: scaled(t.core, times * t.cores) });
      groups.push({ name: (one ? 'rest of the tile' : 'rest of ' + times.toLocaleString('en') + (times === 1 ? ' tile' : ' tiles')) + kind, fill: 1, parts: scaled(t.parts, times) });
    });
    if (!one) groups.push({ name: tiles.length ? 'between and around tiles' : 'the machine', fill: 2, parts: scaled(around, 1) });
    const there = groups.filter(g => g.parts.length);
    const total = sum(there.flatMap(g => g.parts));
    if (!total) return null;
    return {
      height: view.narrow ? 420 : 460,
      option: {
        tooltip: {
          formatter: p =>
            tip(p.name, [p.data.says ? ['is', p.data.says] : null, p.data.count ? ['count', Number(p.data.count.toPrecision(6)).toLocaleString('en')] : null, [key, si(p.value, unit)], ['share', percent(p.value / total)]]),
        },
        series: [
          {
            type: 'treemap',
            left: 0,
            right: 0,
            top: 0,
            bottom: 0,
            roam: false,
            nodeClick: false,
            breadcrumb: { show: false },
            sort: 'desc',
            label: { formatter: p => p.name + (p.value / total < 0.025 ? '' : '\n' + si(p.value, unit, 3) + '\n' + percent(p.value / total)), fontSize: 12, lineHeight: 16, overflow: 'truncate' },
            upperLabel: { show: true, height: 22, fontWeight: 'bold', fontSize: 12, formatter: p => p.name + ', ' + percent(p.value / total) },
            itemStyle: { borderColor: view.colours.bg, borderWidth: 1, gapWidth: 1 },
            levels: [{ itemStyle: { borderWidth: 0, gapWidth: 4 }, upperLabel: { show: false } }, { itemStyle: { borderWidth: 2, gapWidth: 1 } }, {}],
            data: there.map(g => ({
              name: g.name,
              itemStyle: { color: FILL[g.fill], borderColor: view.colours.panel },
              upperLabel: { color: view.colours.fg },
              children: g.parts.map(p => ({ ...p, itemStyle: { color: FILL[g.fill] }, label: { color: INK[g.fill], show: p.value / total > 0.006 } })),
            })),
          },
        ],
      },
    };
  };
})();
