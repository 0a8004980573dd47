/* Who delivered what, and what the checks found. */
(function (J) {
  'use strict';
  var h = J.h;
  var STATES = { accepted: ['✓', 'good'], unchanged: ['✓', 'good'], accepted_with_warnings: ['!', 'part'], refused: ['✗', 'bad'], superseded: ['·', 'open'], retracted: ['–', 'open'] };
  var WORST = ['refused', 'accepted_with_warnings', 'accepted', 'unchanged', 'superseded', 'retracted'];

  function state(rows) {
    if (!rows || !rows.length) return 'none';
    return WORST.filter(function (one) { return rows.some(function (row) { return row.state === one; }); })[0] || rows[0].state;
  }

  function stateCell(code) {
    var sign = STATES[code] || ['–', 'open'];
    return h('span', { 'class': 'badge ' + sign[1], title: J.code('state', code) }, h('span', { 'aria-hidden': 'true' }, sign[0]), h('span', { 'class': 'hidden' }, J.code('state', code)));
  }

  /* Cities and the province may deliver targets; nothing else is expected of them. */
  function isAbove(code) { return ['city', 'province'].indexOf((J.areas[code] || {}).area_level) >= 0; }

  /* The same finding of several counties is one line; what keeps rows out comes first. */
  function gathered(findings) {
    var lines = [], byKey = {};
    findings.forEach(function (row) {
      var key = [row.dataset, row.rule, row.severity, row.status, row.message_zh].join('|');
      var line = byKey[key];
      if (!line) { line = byKey[key] = { row: row, counties: [], failed: 0, checked: 0 }; lines.push(line); }
      if (line.counties.indexOf(row.county_code) < 0) line.counties.push(row.county_code);
      line.failed += row.failed; line.checked += row.checked;
    });
    return lines.sort(function (a, b) { return (a.row.severity === 'warning') - (b.row.severity === 'warning') || b.counties.length - a.counties.length; });
  }

  J.pages.quality = function () {
    return Promise.all([J.load('quality-' + J.period), J.load('dictionary')]).then(function (found) {
      if (!found[0]) return { title: J.t('quality.title'), nodes: [J.missing()] };
      var submissions = J.rows(found[0].submissions), findings = J.rows(found[0].findings);
      var names = found[1] ? found[1].datasets : {};
      function dataset(id) { return names[id] ? J.pick(names[id]) : id; }
      var byCounty = J.group(submissions, 'county_code');
      var datasets = Object.keys(J.group(submissions, 'dataset')).sort();
      function total(name) { return submissions.reduce(function (sum, row) { return sum + (row[name] || 0); }, 0); }
      return { title: J.t('quality.title'), nodes: [
        h('p', { 'class': 'lead' }, J.periodOfRelease(J.period) + ' · ' + J.t('quality.sum', Object.keys(byCounty).filter(function (code) { return !isAbove(code); }).length, submissions.length, J.whole(total('rows_read')), J.whole(total('rows_rejected')), findings.length)),
        findings.length ? J.part('findings', J.t('quality.findings'), J.table([
          J.column(J.t('quality.message'), function (one) { return J.titled(one.row, 'message'); }, function (one) { return [J.titled(one.row, 'message'), ' ', h('code', null, one.row.rule)]; }, { head: true }),
          J.column(J.t('quality.dataset'), function (one) { return dataset(one.row.dataset); }),
          J.column(J.t('quality.severity'), function (one) { return J.code('severity', one.row.severity); }, function (one) { return h('span', { 'class': 'badge ' + (one.row.severity === 'warning' ? 'part' : 'bad') }, (one.row.severity === 'warning' ? '! ' : '✗ ') + J.code('severity', one.row.severity)); }),
          J.column(J.t('county'), function (one) { return one.counties.length; }, function (one) {
            var names = one.counties.map(J.areaName);
            if (names.length <= 3) return names.join(' · ');
            return h('details', null, h('summary', null, J.t('quality.counties', names.length)), h('span', { 'class': 'small' }, names.join(' · ')));
          }, { best: true }),
          J.column(J.t('quality.failed'), function (one) { return one.failed; }, function (one) { return J.whole(one.failed) + ' / ' + J.whole(one.checked); }, { num: true, best: true }),
          J.column(J.t('quality.status'), function (one) { return J.code('status', one.row.status); })
        ], gathered(findings), { caption: J.t('quality.findings') + ' · ' + J.periodName(J.period), told: true, id: 'findings-table', limit: 200 })) : '',
        submissions.length ? J.part('matrix', J.t('quality.matrix'), h('p', { 'class': 'sum quiet' }, J.t('quality.matrix.note')), J.table(
          [J.column(J.t('county'), function (code) { return J.areaName(code); }, null, { head: true })].concat(datasets.map(function (id) {
            function of(code) { return state(byCounty[code].filter(function (row) { return row.dataset === id; })); }
            return J.column(dataset(id), of, function (code) { return of(code) === 'none' && isAbove(code) ? '' : stateCell(of(code)); });
          })), Object.keys(byCounty).sort(), { caption: J.t('quality.matrix') + ' · ' + J.periodName(J.period), told: true, id: 'matrix-table' })) : ''
      ] };
    });
  };
})(window.junheng);
