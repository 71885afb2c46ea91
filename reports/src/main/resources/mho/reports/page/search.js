/* The charts of a search beside those of its points and of what its winner hangs on. Its data: growth {points, front, volume}, weights {figure,
   explained, knobs: [{knob, first, total}]}. */
(() => {
  'use strict';
  const { charts, percent, tip, legendHeight, valueAxis, nameAxis, nameWidth, rowHeight } = mho;

  charts.growth = view => {
    const { growth } = view.data;
    const c = view.colours;
    const names = ['hypervolume', 'points on the front'];
    const top = legendHeight(view, names);
    const line = (name, axis, colour, symbol, of) => ({
      name,
      type: 'line',
      yAxisIndex: axis,
      step: 'end',
      symbol,
      symbolSize: 8,
      showSymbol: growth.length <= 30,
      lineStyle: { color: colour, width: 2 },
      itemStyle: { color: colour, borderColor: c.bg },
      data: growth.map(g => [g.points, of(g)]),
    });
    return {
      height: top + (view.narrow ? 260 : 320),
      option: {
        legend: { data: names },
        grid: { left: 62, right: 48, top: top + 12, bottom: 44 },
        xAxis: valueAxis(view, '', { name: 'points', nameLocation: 'middle', nameGap: 28, minInterval: 1, min: 0, splitLine: { show: false } }),
        yAxis: [
          valueAxis(view, '%', { min: 0, max: 1 }),
          valueAxis(view, '', { min: 0, minInterval: 1, position: 'right', splitLine: { show: false } }),
        ],
        tooltip: {
          trigger: 'axis',
          formatter: items => {
            const g = growth[items[0].dataIndex];
            return tip('After ' + g.points + ' points', [['hypervolume', percent(g.volume), c.series[0]], ['on the front', String(g.front), c.series[1]]]);
          },
        },
        series: [line(names[0], 0, c.series[0], 'circle', g => g.volume), line(names[1], 1, c.series[1], 'diamond', g => g.front)],
      },
    };
  };

  charts.weights = view => {
    const c = view.colours;
    const of = view.data.weights[view.choices.figure || 0];
    if (!of) return null;
    const series = ['by itself', 'with others'];
    const names = of.knobs.map(k => k.knob);
    const top = legendHeight(view, series);
    const bar = (name, key, colour) => ({ name, type: 'bar', barGap: '10%', itemStyle: { color: colour }, data: of.knobs.map(k => k[key]) });
    return {
      height: top + 54 + 1.6 * rowHeight(view, names.length) * names.length,
      option: {
        legend: { data: series },
        grid: { left: nameWidth(view, names), right: 30, top: top + 22, bottom: 28 },
        xAxis: valueAxis(view, '%', { min: 0, max: 1, position: 'top' }),
        yAxis: nameAxis(view, names),
        tooltip: {
          trigger: 'axis',
          axisPointer: { type: 'shadow' },
          formatter: items => {
            const k = of.knobs[items[0].dataIndex];
            return tip(k.knob, [['by itself', percent(k.first)], ['with others', percent(k.total)], ['model explains', percent(of.explained)]]);
          },
        },
        series: [bar(series[0], 'first', c.series[0]), bar(series[1], 'total', c.series[1])],
      },
    };
  };
})();
