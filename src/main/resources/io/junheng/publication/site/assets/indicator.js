/* Indicators: the list, and one with its definition, distribution and all counties. */
(function (J) {
  'use strict';
  var h = J.h;

  J.pages.indicators = function () {
    var all = J.rows(J.index.indicators);
    var place = h('div');
    var search = h('input', { type: 'search', id: 'find', placeholder: J.t('search.indicator'), oninput: draw });
    function draw() {
      var wanted = search.value.trim().toLowerCase();
      var kept = all.filter(function (row) { return !wanted || [row.title_zh, row.title_en, row.indicator].some(function (text) { return text.toLowerCase().indexOf(wanted) >= 0; }); });
      place.textContent = '';
      place.appendChild(J.table([
        J.column(J.t('indicator'), function (row) { return J.titled(row, 'title'); }, function (row) { return J.indicatorLink(row.indicator); }, { head: true }),
        J.column(J.t('dictionary.code'), function (row) { return row.indicator; }, function (row) { return h('code', null, row.indicator); }),
        J.column(J.t('unit'), function (row) { return J.unit(row.unit); }, function (row) { return J.unit(row.unit) || '–'; }),
        J.column(J.t('indicator.direction'), function (row) { return row.direction; }, function (row) { return J.code('direction', row.direction); })
      ], kept, { caption: J.t('indicators.title'), told: true, id: 'indicators' }));
    }
    draw();
    return Promise.resolve({ title: J.t('indicators.title'), nodes: [
      h('p', { 'class': 'lead' }, J.t('indicators.sum', all.length)),
      h('div', { 'class': 'controls' }, h('label', null, J.t('search'), search)), place] });
  };

  function example(one, inputs, id) {
    var names = {};
    inputs.forEach(function (input) { names[input.id] = input; });
    var keys = Object.keys(one.rows[0]);
    return h('div', null,
      h('p', { 'class': 'sum' }, J.t('indicator.example.sum', (J.plain(one.value) + ' ' + J.unit(J.indicators[id] && J.indicators[id].unit)).trim())),
      J.table((one.rows.length > 1 ? [J.column(J.t('school'), function (row) { return row.i; }, function (row) { return J.t('indicator.example.school', row.i); }, { head: true })] : [])
        .concat(keys.map(function (key) {
          return J.column(names[key] ? J.pick(names[key].title) : key, function (row) { return row.v[key]; }, function (row) { return J.plain(row.v[key]); }, { num: true });
        })), one.rows.map(function (row, i) { return { i: i + 1, v: row }; }), { caption: J.t('indicator.example'), plain: true, told: true }));
  }

  function definition(id, made) {
    var d = made.definition, own = J.indicators[id] || {};
    function fact(label, value) { return value ? [h('dt', null, label), h('dd', null, value)] : ''; }
    return J.part('meaning', J.t('indicator.meaning'),
      d.note ? h('p', { 'class': 'sum' }, J.pick(d.note)) : '',
      h('dl', { 'class': 'facts' },
        fact(J.t('indicator.formula'), J.pick(d.formula)),
        fact(J.t('indicator.expression'), d.expression ? h('code', null, d.expression) : ''),
        fact(J.t('indicator.inputs'), d.inputs.length ? h('ul', { 'class': 'plain', style: 'margin:0' }, d.inputs.map(function (input) {
          return h('li', null, input.indicator ? J.indicatorLink(input.id) : J.pick(input.title), ' ', h('code', null, input.id), input.unit && J.unit(input.unit) ? h('span', { 'class': 'quiet' }, ' ' + J.unit(input.unit)) : '');
        })) : ''),
        fact(J.t('indicator.among'), d.among ? J.pick(d.among) : ''),
        fact(J.t('indicator.source'), d.document ? [d.document + (d.clause ? ' · ' + d.clause : '') + ' ', J.originBadge(d.origin)] : [J.t('indicator.source.none') + ' ', J.originBadge(d.origin)]),
        fact(J.t('indicator.direction'), J.code('direction', own.direction)),
        fact(J.t('unit'), J.unit(own.unit)),
        fact(J.t('stage'), d.stages.map(J.stageName).join(' · ')),
        fact(J.t('indicator.judged'), d.judgedBy.length ? d.judgedBy.map(function (one, i) {
          return [i ? ' · ' : '', h('a', { href: J.href(['method', one.framework]) }, J.frameworkName(one.framework) + ' ' + one.item)];
        }) : '')),
      d.examples.length ? [h('h3', { style: 'margin-top:1.6rem' }, J.t('indicator.example')), d.examples.map(function (one) { return example(one, d.inputs, id); })] : '');
  }

  function distribution(id, stage, rows) {
    var known = rows.filter(function (row) { return row.value !== null; });
    if (!known.length) return '';
    var ordered = known.slice().sort(function (a, b) { return a.value - b.value; });
    var first = ordered[0], last = ordered[ordered.length - 1];
    var province = known[0].province_value, median = known[0].county_median;
    var lines = [];
    if (median !== null) lines.push({ value: median, kind: 'mean', label: J.t('median') + ' ' + J.shown(id, median) });
    if (province !== null) lines.push({ value: province, kind: 'axis', label: J.t('province') + ' ' + J.shown(id, province) });
    var sum = J.t('indicator.distribution.sum', J.stageName(stage), known.length, J.shown(id, first.value), J.areaName(first.area_code), J.shown(id, last.value), J.areaName(last.area_code),
      (province !== null ? J.t('indicator.distribution.province', J.shown(id, province)) : '') + (median !== null ? J.t('indicator.distribution.median', J.shown(id, median)) : ''));
    return h('figure', { 'class': 'spread' }, h('h3', null, J.stageName(stage)),
      J.strip(known.map(function (row) { return { value: row.value, title: J.areaName(row.area_code) + ' ' + J.shown(id, row.value) }; }), lines, sum),
      h('figcaption', null, sum));
  }

  function level(row) { return (J.areas[row.area_code] || {}).area_level; }

  J.pages.indicator = function (path, q) {
    var id = path[0] || '';
    return J.load('indicator/' + J.file(id)).then(function (made) {
      if (!made) return { title: J.indicatorName(id), nodes: [J.missing()] };
      var rows = J.rows(made.values).filter(function (row) { return row.period === J.period; });
      var counties = rows.filter(function (row) { return level(row) === 'county' || level(row) === 'zone'; });
      var above = rows.filter(function (row) { return level(row) === 'city' || level(row) === 'province'; });
      var stages = made.definition.stages.filter(function (stage) { return counties.some(function (row) { return row.stage === stage; }); });
      var own = J.indicators[id] || {};
      var targets = J.group(J.rows(made.targets).filter(function (row) { return row.period === J.period; }).map(function (row) {
        return { place: row.county_code + ' ' + row.stage, row: row };
      }), 'place');
      function targetsOf(area, stage) { return (targets[area.area_code + ' ' + stage] || []).map(function (one) { return one.row; }); }
      function target(row) {
        return h('div', { 'class': 'nowrap' }, J.t('target.line', J.shown(id, row.target), J.periodName(row.target_period)), ' ', J.targetBadge(row.target_status));
      }
      function values(caption, some, name) {
        var areas = [], byArea = {};
        some.forEach(function (row) {
          if (!byArea[row.area_code]) { byArea[row.area_code] = { area_code: row.area_code, of: {} }; areas.push(byArea[row.area_code]); }
          byArea[row.area_code].of[row.stage] = row;
        });
        var columns = [J.column(name, function (row) { return J.areaName(row.area_code); }, function (row) { return ['county', 'zone'].indexOf(level(row)) >= 0 ? J.countyLink(row.area_code) : J.areaName(row.area_code); }, { head: true }),
          J.column(J.t('city'), function (row) { return some === above ? '' : J.cityName(row.area_code); }, null, { optional: true })];
        stages.forEach(function (stage) {
          columns.push(J.column(J.stageName(stage), function (row) { return row.of[stage] ? row.of[stage].value : null; }, function (row) { return row.of[stage] ? J.cell(id, row.of[stage]) : '–'; }, { num: true, best: own.direction !== 'down' }));
          columns.push(J.column(J.t('change'), function (row) { return row.of[stage] ? row.of[stage].change : null; }, function (row) { return row.of[stage] ? J.signed(id, row.of[stage].change) : '–'; }, { num: true, best: true, optional: true }));
          columns.push(J.column(J.t('target'), function (row) { return targetsOf(row, stage).map(function (one) { return one.target; })[0]; }, function (row) { return targetsOf(row, stage).length ? targetsOf(row, stage).map(target) : '–'; }, { num: true, best: true, optional: true }));
          columns.push(J.column(J.t('gap'), function (row) { return targetsOf(row, stage).map(function (one) { return one.gap; })[0]; }, function (row) { return targetsOf(row, stage).length ? targetsOf(row, stage).map(function (one) { return h('div', null, one.gap === null ? '–' : J.shown(id, one.gap)); }) : '–'; }, { num: true, best: true, optional: true }));
        });
        return J.table(columns, areas, { caption: caption, told: true, id: some === above ? 'areas' : 'counties' });
      }
      return { title: J.indicatorName(id), nodes: [
        h('p', { 'class': 'lead' }, h('code', null, id), J.unit(own.unit) ? ' · ' + J.unit(own.unit) : '', ' · ' + J.code('direction', own.direction)),
        definition(id, made),
        stages.length ? J.part('distribution', J.t('indicator.distribution') + ' · ' + J.periodName(J.period),
          h('div', { 'class': 'spreads' }, stages.map(function (stage) { return distribution(id, stage, counties.filter(function (row) { return row.stage === stage; })); }))) : '',
        above.some(function (row) { return row.value !== null; }) ? J.part('above', J.t('indicator.areas'), values(J.t('indicator.areas'), above, J.t('city'))) : '',
        counties.length ? J.part('all', J.t('indicator.counties'), values(J.t('indicator.counties') + ' · ' + J.periodName(J.period), counties, J.t('county'))) : J.missing()
      ] };
    });
  };
})(window.junheng);
