/* The chart of what rows hang on. Its data: rows {row, bars: [{name, value, because, less, low, more, high}]}, where low and high are
   changes of the figure, as parts of it, or null. */
(() => {
  'use strict';
  const { charts, tip, legendHeight, valueAxis, nameAxis, nameWidth, rowHeight } = mho;
  const MOST = 24;
  const NAMES = ['a fifth less', 'a fifth more'];
  const signed = v => (v === null ? '\u2013' : (v > 0 ? '+' : '') + Number((100 * v).toPrecision(3)) + ' %');

  charts.tornado = view => {
    const c = view.colours;
    const row = view.data.rows[view.choices.row || 0];
    if (!row) return null;
    const bars = row.bars.slice(0, MOST).map((b, i) => ({ ...b, title: i + 1 + ' ' + b.name }));
    const names = bars.map(b => b.title);
    const far = 1.1 * Math.max(...bars.flatMap(b => [Math.abs(b.low || 0), Math.abs(b.high || 0)]));
    const top = legendHeight(view, NAMES);
    const side = (name, key, colour) => ({
      name,
      type: 'bar',
      barGap: '-100%',
      barWidth: '62%',
      itemStyle: { color: colour, opacity: 0.85 },
      data: bars.map(b => b[key] || 0),
    });
    return {
      height: top + 54 + rowHeight(view, bars.length) * bars.length,
      option: {
        legend: { data: NAMES },
        grid: { left: nameWidth(view, names), right: 30, top: top + 22, bottom: 28 },
        xAxis: valueAxis(view, '', { min: -far, max: far, position: 'top', axisLabel: { color: c.muted, hideOverlap: true, formatter: signed } }),
        yAxis: nameAxis(view, names),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          formatter: items => {
            const b = bars[items[0].dataIndex];
            return tip(b.name, [['assumed', b.value], ['at ' + b.less, signed(b.low)], ['at ' + b.more, signed(b.high)], ['because', b.because]]);
          },
        },
        series: [side(NAMES[0], 'low', c.series[0]), side(NAMES[1], 'high', c.series[1])],
      },
    };
  };
})();
