/* One county: profile, every framework, items, spread between schools, the way over the periods, what schools lack. */
(function (J) {
  'use strict';
  var h = J.h;

  function profile(code, over, period) {
    var size = {};
    J.rows(over.size).forEach(function (row) { if (row.period === J.period && row.stage === '_T') size[row.measure] = row.value; });
    var schools = J.rows(period.schools);
    var types = J.group(schools, 'school_type');
    function stat(figure, label) { return figure === null || figure === undefined ? '' : h('li', null, h('span', { 'class': 'figure' }, figure), h('span', { 'class': 'label' }, label)); }
    return [
      h('ul', { 'class': 'stats' },
        schools.length ? stat(J.whole(schools.length), J.t('county.schools')) : '',
        size.pupils === undefined ? '' : stat(J.whole(size.pupils), J.t('county.pupils')),
        size.teachers === undefined ? '' : stat(J.whole(size.teachers), J.t('county.teachers')),
        size.classes === undefined ? '' : stat(J.whole(size.classes), J.t('county.classes'))),
      schools.length ? h('p', { 'class': 'quiet small' }, J.t('county.schools.types') + ' · ' + Object.keys(types).sort(function (a, b) { return types[b].length - types[a].length; }).map(function (type) {
        return J.codeTitle('school_type', type === 'null' ? '' : type) + ' ' + types[type].length;
      }).join(' · ')) : ''
    ];
  }

  function frameworks(code, over, chosen) {
    var places = J.rows(over.places).filter(function (row) { return row.period === J.period && row.area_set === J.areaSetsOf(row.framework)[0]; });
    if (!places.length) return '';
    function verdicts(code) { return places.filter(function (row) { return row.verdict === code; }).length; }
    var history = J.group(J.rows(over.places), 'framework');
    return J.part('frameworks', J.t('county.frameworks'),
      h('p', { 'class': 'sum' }, J.t('county.frameworks.sum', places.length, verdicts('passed'), verdicts('not_passed'), verdicts('undetermined'))),
      J.table([
        J.column(J.t('framework'), function (row) { return J.frameworkName(row.framework); }, function (row) {
          return h('a', { href: J.href(['county', code], { framework: row.framework }), 'aria-current': row.framework === chosen ? 'true' : null }, J.frameworkName(row.framework));
        }, { head: true }),
        J.column(J.t('verdict'), function (row) { return row.verdict; }, function (row) { return row.verdict ? J.verdictBadge(row.framework, row.verdict) : row.grade_band ? h('span', { 'class': 'badge accent' }, row.grade_band) : '–'; }),
        J.column(J.t('met'), function (row) { return row.met_count; }, J.met, { num: true, optional: true }),
        J.column(J.t('score'), function (row) { return row.score; }, function (row) { return J.fixed(row.score, 2); }, { num: true, optional: true }),
        J.column(J.t('place'), function (row) { return row.rank_no; }, function (row) { return row.rank_no === null ? '–' : [J.place(row), h('span', { 'class': 'quiet' }, ' / ' + row.rank_of)]; }, { num: true, optional: true }),
        J.column(J.t('movement'), function (row) { return row.rank_change; }, J.movement, { num: true }),
        J.column(J.t('history'), function () { return ''; }, function (row) {
          return h('span', { 'class': 'small quiet' }, (history[row.framework] || []).filter(function (one) { return one.area_set === row.area_set; }).map(function (one, i) {
            return [i ? ' → ' : '', one.verdict ? h('span', { title: J.periodName(one.period) + ' ' + J.verdictName(row.framework, one.verdict) }, J.sign(one.verdict)[0]) : '', one.rank_no === null ? '' : ' ' + one.rank_no];
          }));
        }, { kind: 'nowrap' })
      ], places, { caption: J.t('county.frameworks') + ' · ' + J.periodName(J.period), id: 'frameworks-table', plain: true, told: true,
        tr: function (row) { return row.framework === chosen ? { style: 'background:var(--accent-soft)' } : null; } }),
      places.some(function (row) { return row.rank_no !== null && !(J.frameworks[row.framework] || {}).rank_official; }) ? h('p', { 'class': 'quiet small' }, J.t('county.order')) : '');
  }

  /* What the county is to reach, how far it is, and whether its pace is enough. */
  function targets(period) {
    var rows = J.rows(period.targets);
    if (!rows.length) return '';
    var order = ['missed', 'behind', 'on_track', 'reached', 'unknown'];
    function count(status) { return rows.filter(function (row) { return row.target_status === status; }).length; }
    function percent(share) { return share === null ? '–' : J.fixed(share, 1) + ' %'; }
    function number(column) { return J.column(J.t(column[1]), function (row) { return row[column[0]]; }, function (row) { return row[column[0]] === null ? '–' : J.shown(row.indicator, row[column[0]]); }, { num: true, optional: column[2] }); }
    function moving(name, title) { return J.column(J.t(title), function (row) { return row[name]; }, function (row) { return J.signed(row.indicator, row[name]); }, { num: true, optional: true }); }
    function share(name, title) { return J.column(J.t(title), function (row) { return row[name]; }, function (row) { return percent(row[name]); }, { num: true, best: true }); }
    var late = rows.filter(function (row) { return row.target_status === 'behind' && row.done_share !== null && row.time_share !== null; })
      .sort(function (a, b) { return b.time_share - b.done_share - (a.time_share - a.done_share); })[0];
    return J.part('targets', J.t('county.targets'),
      h('p', { 'class': 'sum' }, J.t('county.targets.sum', rows.length, count('reached'), count('on_track'), count('behind'), count('missed'), count('unknown'),
        late ? J.t('county.targets.late', J.indicatorName(late.indicator), percent(late.time_share), percent(late.done_share)) : '')),
      J.table([
        J.column(J.t('indicator'), function (row) { return J.indicatorName(row.indicator); }, function (row) {
          var unit = J.unit((J.indicators[row.indicator] || {}).unit);
          return h('div', { style: 'min-width:11rem' }, J.indicatorLink(row.indicator), h('span', { 'class': 'quiet' }, (row.stage === '_T' ? '' : ' · ' + J.stageName(row.stage)) + (unit ? ' · ' + unit : '')),
            h('div', { 'class': 'quiet small' }, [row.owner, row.document].filter(Boolean).join(' · ')));
        }, { head: true }),
        J.column(J.t('value'), function (row) { return row.value; }, function (row) { return J.cell(row.indicator, row); }, { num: true }),
        number(['target', 'target']),
        J.column(J.t('target.by'), function (row) { return row.target_period; }, function (row) { return J.periodName(row.target_period); }, { kind: 'nowrap' }),
        J.column(J.t('target.status'), function (row) { return order.indexOf(row.target_status); }, function (row) { return J.targetBadge(row.target_status); }),
        number(['gap', 'gap']),
        share('done_share', 'target.done'),
        share('time_share', 'target.time'),
        number(['expected_value', 'target.expected', true]),
        moving('pace_per_year', 'target.pace'),
        moving('needed_per_year', 'target.needed'),
        number(['projected_value', 'target.projected', true]),
        J.column(J.t('target.start'), function (row) { return row.start_value; }, function (row) { return row.start_period === null ? '–' : [J.shown(row.indicator, row.start_value), h('span', { 'class': 'quiet small' }, ' ' + J.periodName(row.start_period))]; }, { num: true, optional: true })
      ], rows.slice().sort(function (a, b) { return order.indexOf(a.target_status) - order.indexOf(b.target_status) || placeOf(a) - placeOf(b) || a.target_period - b.target_period; }),
      { caption: J.t('county.targets') + ' · ' + J.periodName(J.period), id: 'targets-table', told: true, limit: 60 }),
      h('p', { 'class': 'quiet small' }, J.t('county.targets.note')));
  }

  function shownValue(row) {
    return row.displayed_value !== null ? row.displayed_value : row.value === null ? '–' : J.shown(row.indicator, row.value);
  }

  function testName(row, method) {
    var name = row.indicator && J.indicators[row.indicator] ? J.indicatorLink(row.indicator) : null;
    if (!name) (method ? method.items : []).forEach(function (item) {
      if (item.id === row.item) item.tests.forEach(function (test) { if (test.id === row.test.split('.')[0] || test.id === row.test) name = test.title ? J.pick(test.title) : null; });
    });
    return [name || row.test, row.stage && row.stage !== '_T' ? h('span', { 'class': 'quiet' }, ' · ' + J.stageName(row.stage)) : ''];
  }

  /* What a test of schools tells of the county is the share of its schools. */
  function isShare(row, method) {
    return (method ? method.items : []).some(function (item) {
      return item.id === row.item && item.tests.some(function (test) { return test.who === 'schools' && test.indicator === row.indicator; });
    });
  }

  function itemRows(rows, method) {
    var tests = J.group(rows.filter(function (row) { return row.test !== '_T'; }), 'item');
    var lines = [];
    var order = {};
    (method ? method.items : []).forEach(function (item) { item.tests.forEach(function (test, i) { order[item.id + ' ' + (test.indicator || test.id)] = i; }); });
    function placeOfTest(row) { var i = order[row.item + ' ' + (row.indicator || row.test)]; return i === undefined ? 99 : i; }
    Object.keys(tests).forEach(function (item) {
      tests[item].sort(function (a, b) { return placeOfTest(a) - placeOfTest(b) || J.stageOrder(a.stage) - J.stageOrder(b.stage); });
    });
    rows.filter(function (row) { return row.test === '_T'; }).forEach(function (row) {
      lines.push({ item: row });
      (tests[row.item] || []).forEach(function (test) { lines.push({ test: test, item: row }); });
    });
    return lines;
  }

  function itemTable(lines, method, caption, id) {
    var titles = J.itemTitles(method);
    function percent(row) { return row.value !== null && isShare(row, method) ? ' %' : ''; }
    return J.table([
      J.column(J.t('item'), function () { return ''; }, function (line) { return line.test ? '' : line.item.item; }, { head: true }),
      J.column(J.t('dictionary.name'), function () { return ''; }, function (line) { return line.test ? testName(line.test, method) : titles[line.item.item] || line.item.item; }),
      J.column(J.t('grade'), function () { return ''; }, function (line) { return J.gradeBadge((line.test || line.item).grade); }),
      J.column(J.t('value'), function () { return ''; }, function (line) { return line.test ? [shownValue(line.test), percent(line.test)] : ''; }, { num: true }),
      J.column(J.t('standard'), function () { return ''; }, function (line) { return line.test && line.test.standard !== null ? [J.limit(line.test.standard), percent(line.test)] : ''; }, { num: true }),
      J.column(J.t('gap'), function () { return ''; }, function (line) { return line.test && line.test.gap ? [isShare(line.test, method) ? J.fixed(line.test.gap, 1) : J.shown(line.test.indicator, line.test.gap), percent(line.test)] : ''; }, { num: true }),
      J.column(J.t('note'), function () { return ''; }, function (line) {
        var row = line.test;
        if (!row) return '';
        var words = J.lang === 'zh' ? row.note : row.note_en || row.note;
        return h('span', { 'class': 'small' }, [words, row.evidence, row.decided_by_rounding ? J.t('rounding') : ''].filter(Boolean).join(' · '));
      })
    ], lines, { caption: caption, plain: true, id: id, limit: 400, tr: function (line) { return line.test ? { 'class': 'sub' } : null; } });
  }

  function items(framework, period, method) {
    var rows = J.rows(period.items).filter(function (row) { return row.framework === framework; });
    if (!rows.length) return '';
    if (method && method.nodes.length) return points(framework, period, method, rows);
    if (method) {
      var order = {};
      method.items.forEach(function (item, i) { order[item.id] = i; });
      rows.sort(function (a, b) { return (order[a.item] === undefined ? 999 : order[a.item]) - (order[b.item] === undefined ? 999 : order[b.item]); });
    }
    var verdict = J.rows(period.verdicts).filter(function (row) { return row.framework === framework; })[0];
    var lines = itemRows(rows, method);
    var open = lines.filter(function (line) { return ['not_met', 'unknown', 'partly_met'].indexOf((line.test || line.item).grade) >= 0 && ['not_met', 'unknown', 'partly_met'].indexOf(line.item.grade) >= 0; });
    return J.part('items', J.t('county.items') + ' · ' + J.frameworkName(framework),
      verdict ? h('p', { 'class': 'sum' }, J.verdictBadge(framework, verdict.verdict), ' ', J.t('county.items.sum', verdict.of_count, verdict.met_count, verdict.partly_met_count, verdict.not_met_count, verdict.unknown_count)) : '',
      open.length ? itemTable(open, method, J.t('county.items.open'), 'open-items') : h('p', null, J.t('county.items.allmet')),
      h('details', null, h('summary', null, J.t('county.items.all')), itemTable(lines, method, J.t('county.items.all'), 'all-items')));
  }

  function points(framework, period, method, rows) {
    var own = J.by(rows.filter(function (row) { return row.test === '_T'; }), 'item');
    var scores = J.by(J.rows(period.scores).filter(function (row) { return row.framework === framework; }), 'node');
    var total = scores._T || {};
    var leaves = method.nodes.filter(function (node) { return node.indicator && own[node.id]; });
    var worst = leaves.slice().sort(function (a, b) { return (own[b.id].points_lost || 0) - (own[a.id].points_lost || 0); })[0];
    function lost(node) { return own[node.id] ? own[node.id].points_lost : null; }
    var most = worst ? own[worst.id].points_lost || 0 : 0;
    return J.part('items', J.t('county.points') + ' · ' + J.frameworkName(framework),
      worst && total.score !== undefined ? h('p', { 'class': 'sum' }, J.t('county.points.sum', J.fixed(total.score, 2), J.plain(total.max_score), J.pick(worst.title), J.fixed(most, 2))) : '',
      J.table([
        J.column(J.t('item'), function (node) { return node.id; }, function (node) { return node.id; }, { head: true }),
        J.column(J.t('indicator'), function (node) { return J.pick(node.title); }, function (node) { return [J.indicatorLink(node.indicator), node.stage && node.stage !== '_T' ? h('span', { 'class': 'quiet' }, ' · ' + J.stageName(node.stage)) : '']; }),
        J.column(J.t('value'), function () { return ''; }, function (node) { return shownValue(own[node.id]); }, { num: true }),
        J.column(J.t('county.points.got'), function (node) { return own[node.id].points; }, function (node) { return [J.fixed(own[node.id].points, 2), h('span', { 'class': 'quiet' }, scores[node.id] && scores[node.id].max_score !== null ? ' / ' + J.plain(scores[node.id].max_score) : '')]; }, { num: true, best: true }),
        J.column(J.t('county.points.lost'), lost, function (node) { return J.fixed(lost(node), 2); }, { num: true, best: true }),
        J.column(h('span', { 'class': 'hidden' }, J.t('overview.share')), function () { return ''; }, function (node) { return h('span', { 'class': 'meter', 'aria-hidden': 'true' }, h('span', { style: 'width:' + (most ? Math.round(100 * (lost(node) || 0) / most) : 0) + '%' })); }),
        J.column(J.t('grade'), function (node) { return own[node.id].grade; }, function (node) { return J.gradeBadge(own[node.id].grade); })
      ], leaves.sort(function (a, b) { return (lost(b) || 0) - (lost(a) || 0); }), { caption: J.t('county.points') + ' · ' + J.frameworkName(framework), id: 'points-table', told: true, limit: 15 }));
  }

  /* Standards for schools and limits of coefficients, by indicator and stage, as the framework has them. */
  function standards(method) {
    var found = {};
    (method ? method.items : []).forEach(function (item) {
      item.tests.forEach(function (test) {
        if (test.indicator) Object.keys(test.limits).forEach(function (stage) {
          found[test.who + ' ' + test.indicator + ' ' + stage] = { value: test.limits[stage], sign: test.sign, item: item.id };
        });
      });
    });
    return found;
  }

  function spread(row, values, schools, known) {
    var id = J.index.spreads[row.indicator], own = J.indicators[id] || {};
    var points = values.filter(function (value) { return value.indicator === id && value.stage === row.stage && value.value !== null; });
    var standard = known['schools ' + id + ' ' + row.stage], limit = known['county ' + row.indicator + ' ' + row.stage];
    function below(value) { return !!standard && (standard.sign === '≤' ? value > standard.value : value < standard.value); }
    var ordered = points.slice().sort(function (a, b) { return a.value - b.value; });
    var missing = ordered.filter(function (point) { return below(point.value); }).length;
    function name(code) { return J.titled(schools[code], 'name') || code; }
    var sentence = J.t('county.spread.sum', J.stageName(row.stage), row.school_count, J.fixed(row.cv, 3),
      limit ? J.t(row.cv <= limit.value ? 'county.spread.limit.met' : 'county.spread.limit.not', J.limit(limit.value)) : '',
      ordered.length ? J.shown(id, ordered[0].value) : '–', ordered.length ? J.shown(id, ordered[ordered.length - 1].value) : '–');
    if (standard) sentence += ' ' + J.t('county.spread.below', missing, J.limit(standard.value));
    if (row.largest_contributor && schools[row.largest_contributor]) sentence += ' ' + J.t('county.spread.top', name(row.largest_contributor));
    var lines = [];
    if (standard) lines.push({ value: standard.value, kind: 'limit', label: J.t('standard') + ' ' + J.limit(standard.value) });
    if (row.weighted_mean !== null) lines.push({ value: row.weighted_mean, kind: 'mean', label: J.t('mean') + ' ' + J.shown(id, row.weighted_mean) });
    var unit = J.unit(own.unit);
    return h('figure', { 'class': 'spread' },
      h('h3', null, h('span', null, limit ? limit.item + ' ' : '', J.indicatorLink(id), h('span', { 'class': 'quiet' }, unit ? ' ' + unit : '')),
        h('span', null, row.cv === null ? '–' : J.fixed(row.cv, 3), ' ', limit && row.cv !== null ? J.badge(row.cv <= limit.value ? 'met' : 'not_met', (row.cv <= limit.value ? '≤ ' : '> ') + J.limit(limit.value)) : '')),
      points.length ? J.strip(points.map(function (point) {
        return { value: point.value, size: point.pupils, below: below(point.value), title: name(point.school_code) + ' ' + J.shown(id, point.value) + (below(point.value) ? ' · ' + J.t('below') : '') };
      }), lines, sentence) : '',
      h('figcaption', null, sentence),
      points.length ? h('details', null, h('summary', null, J.t('chart.table')), J.table([
        J.column(J.t('school'), function (point) { return name(point.school_code); }, null, { head: true }),
        J.column(J.t('pupils'), function (point) { return point.pupils; }, function (point) { return J.whole(point.pupils); }, { num: true }),
        J.column(J.t('value'), function (point) { return point.value; }, function (point) { return [J.shown(id, point.value), below(point.value) ? h('span', { 'class': 'down' }, ' ✗') : '']; }, { num: true })
      ], ordered, { caption: J.indicatorName(id) + ' · ' + J.stageName(row.stage), plain: true, told: true })) : '');
  }

  function spreads(framework, period, method) {
    var known = standards(method);
    var rows = J.rows(period.dispersions).filter(function (row) { return known['county ' + row.indicator + ' ' + row.stage]; });
    if (!rows.length) return '';
    var order = {};
    method.items.forEach(function (item, i) { item.tests.forEach(function (test) { if (test.indicator && !(test.indicator in order)) order[test.indicator] = i; }); });
    rows = rows.slice().sort(function (a, b) { return order[a.indicator] - order[b.indicator] || (J.stageOrder(a.stage) - J.stageOrder(b.stage)); });
    var values = J.rows(period.values), schools = J.by(J.rows(period.schools), 'school_code');
    return J.part('spread', J.t('county.spread'), h('p', { 'class': 'sum quiet' }, J.t('county.spread.note')),
      h('div', { 'class': 'spreads' }, rows.map(function (row) { return spread(row, values, schools, known); })));
  }

  /* The indicators that a framework looks at, each with its place in it, from 1. */
  function judged(method) {
    var places = {}, next = 1;
    function add(indicator) { if (indicator && !places[indicator]) places[indicator] = next++; }
    (method ? method.items : []).forEach(function (item) { item.tests.forEach(function (test) { add(test.indicator); }); });
    (method ? method.nodes : []).forEach(function (node) { add(node.indicator); });
    return places;
  }

  function placeOf(one) { return Object.keys(J.indicators).indexOf(one.indicator); }

  function trends(over, method) {
    var wanted = judged(method), all = false;
    var rows = J.rows(over.indicators).filter(function (row) { return row.breakdown === '_T'; });
    var periods = J.index.periods;
    var place = h('div');
    var sum = h('p', { 'class': 'sum' });
    var toggle = h('button', { type: 'button', 'class': 'button', onclick: function () { all = !all; draw(); } });
    function draw() {
      var found = [], byKey = {};
      rows.forEach(function (row) {
        if (!all && !wanted[row.indicator]) return;
        var key = row.indicator + ' ' + row.stage;
        if (!byKey[key]) { byKey[key] = { indicator: row.indicator, stage: row.stage, of: {} }; found.push(byKey[key]); }
        byKey[key].of[row.period] = row;
      });
      found.sort(function (a, b) { return (all ? placeOf(a) - placeOf(b) : wanted[a.indicator] - wanted[b.indicator]) || J.stageOrder(a.stage) - J.stageOrder(b.stage); });
      found = found.filter(function (one) { return periods.some(function (p) { return one.of[p] && one.of[p].value !== null; }); });
      var better = 0, worse = 0;
      found.forEach(function (one) {
        var now = one.of[J.period], direction = (J.indicators[one.indicator] || {}).direction;
        if (now && now.change && direction !== 'none') { if ((now.change > 0) === (direction === 'up')) better++; else worse++; }
      });
      sum.textContent = J.t('county.trends.sum', found.length, periods.length, better, worse);
      toggle.textContent = J.t(all ? 'county.trends.judged' : 'county.trends.all');
      place.textContent = '';
      place.appendChild(J.table([
        J.column(J.t('indicator'), function (one) { return J.indicatorName(one.indicator); }, function (one) { return [J.indicatorLink(one.indicator), one.stage === '_T' ? '' : h('span', { 'class': 'quiet' }, ' · ' + J.stageName(one.stage))]; }, { head: true })
      ].concat(periods.map(function (period) {
        return J.column(String(period), function (one) { return one.of[period] ? one.of[period].value : null; }, function (one) { return one.of[period] ? J.cell(one.indicator, one.of[period]) : '–'; }, { num: true });
      }), [
        J.column(J.t('change'), function (one) { return one.of[J.period] ? one.of[J.period].change : null; }, function (one) {
          var now = one.of[J.period], direction = (J.indicators[one.indicator] || {}).direction;
          if (!now || now.change === null) return '–';
          var text = J.signed(one.indicator, now.change);
          var tone = direction === 'none' || !/[1-9]/.test(text) ? 'same' : (now.change > 0) === (direction === 'up') ? 'up' : 'down';
          return h('span', { 'class': tone }, (tone === 'up' ? '✓ ' : tone === 'down' ? '✗ ' : '') + text);
        }, { num: true }),
        J.column(J.t('province'), function (one) { return one.of[J.period] ? one.of[J.period].province_value : null; }, function (one) { return one.of[J.period] && one.of[J.period].province_value !== null ? J.shown(one.indicator, one.of[J.period].province_value) : '–'; }, { num: true, optional: true }),
        J.column(J.t('trend'), function () { return ''; }, function (one) { return J.spark(periods.map(function (p) { return one.of[p] ? one.of[p].value : null; })); })
      ]), found, { caption: J.t('county.trends') + ' · ' + periods.join(' · '), id: 'trends-table', told: true, limit: 60 }));
    }
    if (!rows.length) return '';
    draw();
    return J.part('trends', J.t('county.trends'), sum, h('p', { 'class': 'more' }, toggle), place);
  }

  function gaps(framework, period, method) {
    var rows = J.rows(period.gaps).filter(function (row) { return row.framework === framework && row.is_met === false; });
    if (!J.rows(period.schools).length || !method || !method.items.length) return '';
    if (!rows.length) return J.part('gaps', J.t('county.gaps'), h('p', { 'class': 'sum' }, J.t('county.gaps.none')));
    var schools = J.by(J.rows(period.schools), 'school_code'), titles = J.itemTitles(method);
    function name(row) { return J.titled(schools[row.school_code], 'name') || row.school_code; }
    function lacks(row) { return row.shortfall_qty === null ? '–' : J.plain(Math.ceil(row.shortfall_qty * 100 - 1e-9) / 100) + ' ' + J.unit(row.shortfall_unit); }
    return J.part('gaps', J.t('county.gaps'),
      h('p', { 'class': 'sum' }, J.t('county.gaps.sum', Object.keys(J.group(rows, 'school_code')).length, rows.length)),
      J.table([
        J.column(J.t('school'), name, null, { head: true }),
        J.column(J.t('stage'), function (row) { return J.stageName(row.stage); }),
        J.column(J.t('item'), function (row) { return row.item; }, function (row) { return row.item + ' ' + (titles[row.item] || ''); }),
        J.column(J.t('value'), function (row) { return row.value; }, function (row) { return J.fixed(row.value, 2); }, { num: true }),
        J.column(J.t('standard'), function (row) { return row.standard; }, function (row) { return J.plain(row.standard); }, { num: true }),
        J.column(J.t('shortfall'), function (row) { return row.shortfall_qty; }, lacks, { num: true, best: true, optional: true })
      ], rows.slice().sort(function (a, b) { return J.compare(name(a), name(b)) || (a.item < b.item ? -1 : 1); }), { caption: J.t('county.gaps') + ' · ' + J.frameworkName(framework), id: 'gaps-table', told: true, limit: 200 }));
  }

  /* Another county, gathered by city. */
  function other(code, q) {
    var counties = J.rows(J.index.areas).filter(function (area) { return area.area_level === 'county' || area.area_level === 'zone'; });
    if (counties.length < 2) return '';
    var groups = [], byCity = {};
    counties.forEach(function (area) {
      var city = J.titled(area, 'city_name') || '–';
      if (!byCity[city]) { byCity[city] = h('optgroup', { label: city }); groups.push(byCity[city]); }
      byCity[city].appendChild(h('option', { value: area.area_code, selected: area.area_code === code }, J.titled(area, 'name')));
    });
    var select = h('select', { onchange: function () { location.hash = J.href(['county', select.value], { framework: q.framework }); } }, groups);
    return h('label', null, J.t('county'), select);
  }

  J.pages.county = function (path, q) {
    var code = path[0] || '', framework = J.chosenFramework(q.framework);
    var file = 'county/' + J.file(code);
    return Promise.all([J.load(file), J.load(file + '-' + J.period), framework ? J.load('framework/' + J.file(framework)) : null]).then(function (found) {
      var over = found[0], period = found[1], method = found[2];
      if (!over || !period) return { title: J.areaName(code), nodes: [J.missing()] };
      return { title: J.areaName(code), nodes: [
        h('p', { 'class': 'lead' }, J.t('county.of', [J.cityName(code), J.lang === 'zh' ? (J.areas[code] || {}).area_type : '', J.periodOfRelease(J.period)].filter(Boolean).join(' · '), code)),
        profile(code, over, period),
        h('div', { 'class': 'controls' }, J.frameworkSelect(['county', code], q, framework), other(code, q)),
        frameworks(code, over, framework),
        targets(period),
        items(framework, period, method),
        spreads(framework, period, method),
        gaps(framework, period, method),
        trends(over, method)
      ] };
    });
  };
})(window.junheng);
