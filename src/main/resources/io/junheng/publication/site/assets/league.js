/* The league table of a framework. */
(function (J) {
  'use strict';
  var h = J.h;

  function itemOf(method, indicator) {
    var found = '';
    (method ? method.items : []).forEach(function (item) {
      item.tests.forEach(function (test) { if (!found && test.indicator === indicator) found = item.id; });
    });
    return found;
  }

  function worst(line, stage, method) {
    var value = line['worst_cv_' + stage], limit = line['cv_limit_' + stage], of = line['worst_cv_indicator_' + stage];
    if (value === null) return '–';
    var above = limit !== null && value > limit;
    return h('span', { title: J.indicatorName(of) + (limit === null ? '' : ' · ' + J.t('limit') + ' ' + J.fixed(limit, 2)) },
      J.fixed(value, 3), h('span', { 'class': 'quiet' }, ' ' + (itemOf(method, of) || '')), above ? h('span', { 'class': 'down' }, ' ✗') : '');
  }

  function number(name, decimals) {
    return [function (line) { return line[name]; }, function (line) { return J.fixed(line[name], decimals); }];
  }

  function columns(framework, method) {
    var titles = J.itemTitles(method);
    function cv(key) { var parts = number(key, 3); return [parts[0], parts[1]]; }
    function sorted(title, parts, more) { return J.column(title, parts[0], parts[1], Object.assign({ num: true, optional: true }, more)); }
    return [
      J.column(J.t('place'), function (line) { return line.rank_no; }, J.place, { num: true, optional: true }),
      J.column(J.t('movement'), function (line) { return line.rank_change; }, J.movement, { num: true, best: true, optional: true }),
      J.column(J.t('county'), function (line) { return J.areaName(line.county_code); }, function (line) { return J.countyLink(line.county_code, { framework: framework }); }, { head: true, kind: 'keep' }),
      J.column(J.t('city'), function (line) { return J.cityName(line.county_code); }, null, { optional: true, kind: 'keep' }),
      J.column(J.t('verdict'), function (line) { return line.verdict; }, function (line) { return J.verdictBadge(framework, line.verdict); }, { optional: true }),
      sorted(J.t('score'), number('score', 2), { best: true }),
      J.column(J.t('band'), function (line) { return line.grade_band; }, null, { optional: true }),
      sorted(J.t('met'), [function (line) { return line.met_count; }, J.met], { best: true }),
      sorted(J.t('cv.primary'), cv('composite_cv_primary')),
      sorted(J.t('cv.junior'), cv('composite_cv_junior')),
      sorted(J.t('worst.primary'), [function (line) { return line.worst_cv_primary; }, function (line) { return worst(line, 'primary', method); }]),
      sorted(J.t('worst.junior'), [function (line) { return line.worst_cv_junior; }, function (line) { return worst(line, 'junior', method); }]),
      J.column(J.t('peer.place'), function (line) { return line.peer ? line.peer.peer_rank_no : null; }, function (line) {
        return line.peer && line.peer.peer_rank_no !== null ? line.peer.peer_rank_no + ' / ' + line.peer.peer_rank_of : '–';
      }, { num: true, optional: true }),
      J.column(J.t('blocking'), function (line) { return line.blocking_items; }, function (line) {
        return J.blockingOf(line).map(function (id, i) { return [i ? ' ' : '', h('span', { title: titles[id] || id }, id)]; });
      }, { optional: true, kind: 'small' })
    ];
  }

  J.pages.league = function (path, q) {
    var framework = J.chosenFramework(path[0] || q.framework);
    if (!framework) return Promise.resolve({ title: J.t('league.title'), nodes: [J.missing()] });
    return J.league(framework, q.set).then(function (league) {
      var lines = league.lines, method = league.method;
      var ranked = lines.filter(function (line) { return line.rank_no !== null; }).length;
      var order = J.frameworks[framework] && J.frameworks[framework].rank_official ? J.t('order.official') : J.t('order.working');
      var place = h('div', { id: 'league' });
      var shown = h('p', { 'class': 'quiet small', 'aria-live': 'polite', id: 'shown' });
      var filter = { text: '', city: '', verdict: '', peers: '' };

      function draw() {
        var wanted = filter.text.trim().toLowerCase();
        var kept = lines.filter(function (line) {
          var area = J.areas[line.county_code] || {};
          return (!filter.city || area.city_code === filter.city) && (!filter.verdict || line.verdict === filter.verdict || line.grade_band === filter.verdict)
            && (!filter.peers || (line.peer && line.peer.peer_group === filter.peers))
            && (!wanted || [area.name_zh, area.name_en, area.city_name_zh, area.city_name_en, line.county_code].some(function (text) { return text && text.toLowerCase().indexOf(wanted) >= 0; }));
        });
        shown.textContent = J.t('rows.shown', kept.length, lines.length);
        place.textContent = '';
        place.appendChild(J.table(columns(framework, method), kept, { caption: J.t('league.caption', J.frameworkName(framework), J.periodName(J.period)), id: 'league-table' }));
      }

      function choices(label, key, values) {
        if (values.length < 2) return '';
        return J.select(label, [['', J.t('all')]].concat(values), '', function (value) { filter[key] = value; draw(); });
      }

      function distinct(of) {
        var seen = {};
        lines.forEach(function (line) { var v = of(line); if (v) seen[v] = line; });
        return seen;
      }

      var cities = distinct(function (line) { return (J.areas[line.county_code] || {}).city_code; });
      var verdicts = distinct(function (line) { return line.verdict || line.grade_band; });
      var peers = distinct(function (line) { return line.peer && line.peer.peer_group; });
      var sets = J.areaSetsOf(framework);
      var search = h('input', { type: 'search', id: 'find', placeholder: J.t('search.county'), oninput: function () { filter.text = search.value; draw(); } });
      draw();
      return {
        title: J.frameworkName(framework),
        nodes: [
          h('p', { 'class': 'lead' }, J.t('league.sum', J.periodOfRelease(J.period), lines.length, ranked, order)),
          h('div', { 'class': 'controls' },
            J.select(J.t('framework'), J.frameworksOfPeriod().map(function (id) { return [id, J.frameworkName(id)]; }), framework, function (id) { location.hash = J.href(['league', id]); }),
            sets.length > 1 ? J.select(J.t('league.units'), sets.map(function (id) { return [id, J.titled(J.areaSets[id], 'title') || id]; }), league.set, function (id) { location.hash = J.href(['league', framework], { set: id }); }) : '',
            choices(J.t('city'), 'city', Object.keys(cities).map(function (code) { return [code, J.cityName(cities[code].county_code)]; })),
            choices(J.t('verdict'), 'verdict', Object.keys(verdicts).sort().map(function (code) { return [code, J.sign(code)[1] !== 'open' || code === 'undetermined' ? J.verdictName(framework, code) : code]; })),
            Object.keys(peers).length ? choices(J.t('peer.group'), 'peers', Object.keys(peers).sort().map(function (id) { return [id, J.titled(J.areaSets[id], 'title') || id]; })) : '',
            h('label', null, J.t('search'), search)),
          shown, place,
          h('p', { 'class': 'quiet small' }, [
            lines.some(function (line) { return line.worst_cv_primary !== null; }) ? J.t('league.note.cv') : '',
            lines.some(function (line) { return line.rank_low !== line.rank_high; }) ? J.t('league.note.range') : ''
          ].filter(Boolean).join(' '))
        ]
      };
    });
  };
})(window.junheng);
