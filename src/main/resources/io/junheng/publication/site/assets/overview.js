/* The province at a glance: verdicts, the counties by city, what changed, what blocks. */
(function (J) {
  'use strict';
  var h = J.h, s = J.s;

  /* The frameworks that have a league table in the period. */
  J.frameworksOfPeriod = function () {
    var ids = [];
    J.rows(J.index.leagues).forEach(function (row) {
      if (row.period === J.period && ids.indexOf(row.framework) < 0) ids.push(row.framework);
    });
    return ids;
  };

  J.chosenFramework = function (wanted) {
    var ids = J.frameworksOfPeriod();
    if (ids.indexOf(wanted) >= 0) return wanted;
    return ids.indexOf(J.index.first) >= 0 ? J.index.first : ids[0];
  };

  J.areaSetsOf = function (framework) {
    return J.rows(J.index.leagues).filter(function (row) { return row.period === J.period && row.framework === framework; })
      .map(function (row) { return row.area_set; });
  };

  /* The lines of a league table, places first, with the place among peers. */
  J.league = function (framework, areaSet) {
    return Promise.all([J.load('league/' + J.file(framework) + '-' + J.period), J.load('framework/' + J.file(framework))]).then(function (found) {
      var set = J.areaSetsOf(framework).indexOf(areaSet) >= 0 ? areaSet : J.areaSetsOf(framework)[0];
      var peers = {};
      J.rows(found[0] && found[0].peers).forEach(function (row) { if (row.area_set === set) peers[row.county_code] = row; });
      var lines = J.rows(found[0] && found[0].lines).filter(function (row) { return row.area_set === set; });
      lines.forEach(function (line) { line.peer = peers[line.county_code]; });
      lines.sort(function (a, b) {
        var x = a.rank_no === null ? Infinity : a.rank_no, y = b.rank_no === null ? Infinity : b.rank_no;
        return x === y ? (a.county_code < b.county_code ? -1 : 1) : x - y;
      });
      return { set: set, lines: lines, method: found[1] };
    });
  };

  /* Titles of the items of a framework, and the item that tests an indicator. */
  J.itemTitles = function (method) {
    var titles = {};
    if (method) {
      method.items.forEach(function (item) { titles[item.id] = J.pick(item.title); });
      method.nodes.forEach(function (node) { titles[node.id] = J.pick(node.title); });
    }
    return titles;
  };

  J.blockingOf = function (line) {
    return line.blocking_items ? line.blocking_items.split(',').map(function (id) { return id.trim(); }).filter(Boolean) : [];
  };

  J.frameworkSelect = function (path, q, framework) {
    return J.select(J.t('framework'), J.frameworksOfPeriod().map(function (id) { return [id, J.frameworkName(id)]; }), framework, function (id) {
      var next = Object.assign({}, q, { framework: id });
      delete next.lang; delete next.period;
      location.hash = J.href(path, next);
    });
  };

  function count(lines, verdict) { return lines.filter(function (line) { return line.verdict === verdict; }).length; }

  function stat(figure, label, tone) {
    return h('li', null, h('span', { 'class': 'figure ' + (tone || '') }, figure), h('span', { 'class': 'label' }, label));
  }

  function head(framework, lines) {
    var name = J.frameworkName(framework);
    var judged = lines.filter(function (line) { return line.verdict; });
    if (judged.length) {
      var counts = ['passed', 'not_passed', 'undetermined'].map(function (v) { return count(lines, v); });
      return {
        lead: J.t('overview.lead.verdicts', name, lines.length, counts[0], counts[1], counts[2]),
        stats: [
          h('ul', { 'class': 'stats' },
            stat([String(counts[0]), h('small', null, ' / ' + lines.length)], '✓ ' + J.verdictName(framework, 'passed'), 'good'),
            stat(String(counts[1]), '✗ ' + J.verdictName(framework, 'not_passed'), 'bad'),
            stat(String(counts[2]), '? ' + J.verdictName(framework, 'undetermined'), 'open')),
          h('div', { 'class': 'bar', 'aria-hidden': 'true' }, ['good', 'bad', 'open'].map(function (tone, i) {
            return counts[i] ? h('span', { 'class': tone, style: 'flex:' + counts[i] }) : '';
          }))
        ]
      };
    }
    var scores = lines.map(function (line) { return line.score; }).filter(function (v) { return v !== null; }).sort(function (a, b) { return b - a; });
    if (!scores.length) return { lead: J.t('overview.lead.plain', name, lines.length), stats: [] };
    var shown = [scores[0], scores[Math.floor((scores.length - 1) / 2)], scores[scores.length - 1]].map(function (v) { return J.fixed(v, 2); });
    var bands = J.group(lines.filter(function (line) { return line.grade_band; }), 'grade_band');
    return {
      lead: J.t('overview.lead.scores', name, scores.length, shown[0], shown[1], shown[2]),
      stats: [h('ul', { 'class': 'stats' }, Object.keys(bands).sort().map(function (band) {
        return stat([String(bands[band].length), h('small', null, ' / ' + lines.length)], J.t('band') + ' ' + band);
      }))]
    };
  }

  /* Without the words for county and district, which every tile would repeat. */
  function shortName(code) {
    var name = J.areaName(code);
    if (J.lang === 'en') return name.replace(/ (County|District|City|Development Zone|Zone)$/, '');
    return name;
  }

  /* Tone, sign and words of a county, for a tile or a shape. */
  function told(line, ranked) {
    var tone, sign;
    if (line.verdict) {
      tone = J.sign(line.verdict)[1];
      sign = J.sign(line.verdict)[0];
    } else {
      tone = line.rank_no === null ? 'open' : 's' + Math.min(5, 1 + Math.floor(5 * (line.rank_no - 1) / Math.max(1, ranked)));
      sign = line.grade_band || (line.score === null ? '?' : J.fixed(line.score, 1));
    }
    var says = [J.areaName(line.county_code), line.verdict ? J.verdictName(line.framework, line.verdict) : sign];
    if (line.rank_no !== null) says.push(J.t('place.of', J.place(line), line.rank_of));
    return { tone: tone, sign: sign, says: says, href: J.href(['county', line.county_code], { framework: line.framework }) };
  }

  function tile(line, ranked) {
    var one = told(line, ranked);
    return h('li', null, h('a', { 'class': 'tile ' + one.tone, href: one.href, title: one.says.join(' · '), 'aria-label': one.says.join(', ') },
      h('b', null, shortName(line.county_code)), h('i', null, h('span', null, one.sign), h('span', null, line.rank_no === null ? '' : String(line.rank_no)))));
  }

  /* Where a shape has room for them, its sign and its name stand in it; widths in units of the picture. */
  var ROOM_FOR_SIGN = 90, ROOM_FOR_NAME = 200;

  function width(name) {
    return name.split('').reduce(function (sum, c) { return sum + (c.charCodeAt(0) > 0x2e7f ? 58 : 31); }, 0);
  }

  function shape(line, ranked, drawn) {
    var one = told(line, ranked);
    var name = drawn.room > Math.max(ROOM_FOR_NAME, width(shortName(line.county_code)));
    return s('a', { 'class': 'shape ' + one.tone, href: one.href, 'aria-label': one.says.join(', ') },
      s('title', null, one.says.join(' · ')),
      s('path', { d: drawn.path, 'fill-rule': 'evenodd', 'vector-effect': 'non-scaling-stroke' }),
      drawn.room > ROOM_FOR_SIGN ? s('text', { x: drawn.x, y: name ? drawn.y - 10 : drawn.y + 24, 'aria-hidden': 'true' }, one.sign) : '',
      name ? s('text', { x: drawn.x, y: drawn.y + 62, 'class': 'name', 'aria-hidden': 'true' }, shortName(line.county_code)) : '');
  }

  function shapes(lines, ranked, made) {
    var known = lines.filter(function (line) { return made.map.shapes[line.county_code]; });
    return h('figure', { 'class': 'drawn' },
      s('svg', { viewBox: '-10 -10 ' + (made.map.width + 20) + ' ' + (made.map.height + 20), role: 'group', 'aria-label': J.t('overview.map') },
        known.map(function (line) { return shape(line, ranked, made.map.shapes[line.county_code]); })),
      made.note ? h('figcaption', null, made.note) : '');
  }

  function map(lines, made) {
    var cities = [], byCity = {};
    var order = Object.create(null);
    J.rows(J.index.areas).forEach(function (area, i) { order[area.area_code] = i; });
    lines.slice().sort(function (a, b) { return order[a.county_code] - order[b.county_code]; }).forEach(function (line) {
      var area = J.areas[line.county_code] || {};
      var city = area.city_code || '';
      if (!byCity[city]) { byCity[city] = []; cities.push(city); }
      byCity[city].push(line);
    });
    var ranked = lines.filter(function (line) { return line.rank_no !== null; }).length;
    var judged = lines.some(function (line) { return line.verdict; });
    var full = cities.filter(function (city) { return byCity[city].every(function (line) { return line.verdict === 'passed'; }); }).length;
    var note = made ? J.t('overview.map.drawn') : J.t('overview.map.note');
    var tiles = h('div', { 'class': 'cities' }, cities.map(function (city) {
      var own = byCity[city];
      return h('div', null,
        h('h3', null, J.cityName(own[0].county_code) || J.t('city'), judged ? h('span', null, '✓ ' + count(own, 'passed') + ' / ' + own.length) : h('span', null, String(own.length))),
        h('ul', { 'class': 'tiles' }, own.map(function (line) { return tile(line, ranked); })));
    }));
    return J.part('map', J.t('overview.map'),
      h('p', { 'class': 'sum' }, judged && full ? J.t('overview.map.sum', cities.length, full) + ' ' : '', h('span', { 'class': 'quiet' }, judged ? note : J.t(made ? 'overview.map.shades' : 'overview.map.places'))),
      made ? [shapes(lines, ranked, made), h('details', null, h('summary', null, J.t('overview.map.tiles')), tiles)] : tiles);
  }

  function listOf(title, lines, q, says) {
    var shown = lines.slice(0, 6);
    return h('div', null, h('h3', null, title + ' · ' + lines.length),
      lines.length
        ? h('ul', { 'class': 'list' }, shown.map(function (line) { return h('li', null, J.countyLink(line.county_code, q), says(line)); }))
        : h('p', { 'class': 'quiet' }, J.t('none')),
      lines.length > shown.length ? h('p', { 'class': 'quiet small' }, J.t('more', lines.length - shown.length)) : '');
  }

  function changes(framework, lines, before) {
    var earlier = J.by(before, 'county_code');
    var q = { framework: framework };
    var newly = lines.filter(function (line) { var was = earlier[line.county_code]; return line.verdict === 'passed' && was && was.verdict && was.verdict !== 'passed'; });
    var lost = lines.filter(function (line) { var was = earlier[line.county_code]; return line.verdict && line.verdict !== 'passed' && was && was.verdict === 'passed'; });
    var moved = lines.filter(function (line) { return line.rank_change; });
    var up = moved.filter(function (line) { return line.rank_change > 0; }).sort(function (a, b) { return b.rank_change - a.rank_change; });
    var down = moved.filter(function (line) { return line.rank_change < 0; }).sort(function (a, b) { return a.rank_change - b.rank_change; });
    var judged = lines.some(function (line) { return line.verdict; });
    if (!before.length && !moved.length) return J.part('changes', J.t('overview.changes'), h('p', { 'class': 'quiet' }, J.t('overview.changes.none')));
    return J.part('changes', J.t('overview.changes'),
      judged ? h('p', { 'class': 'sum' }, J.t('overview.changes.sum', newly.length, lost.length, up.length, down.length)) : '',
      h('div', { 'class': 'columns' },
        judged ? listOf('✓ ' + J.t('overview.newly'), newly, q, function (line) { return J.movement(line); }) : '',
        judged ? listOf('✗ ' + J.t('overview.nolonger'), lost, q, function (line) { return h('span', { 'class': 'quiet small' }, J.blockingOf(line).slice(0, 4).join(' ')); }) : '',
        listOf('▲ ' + J.t('overview.risers'), up, q, J.movement),
        listOf('▼ ' + J.t('overview.fallers'), down, q, J.movement)));
  }

  function blocking(lines, method) {
    var titles = J.itemTitles(method), counts = {};
    lines.forEach(function (line) { J.blockingOf(line).forEach(function (id) { counts[id] = (counts[id] || 0) + 1; }); });
    var ids = Object.keys(counts).sort(function (a, b) { return counts[b] - counts[a] || (a < b ? -1 : 1); });
    if (!ids.length) return '';
    var most = counts[ids[0]];
    return J.part('blocking', J.t('overview.blocking'),
      h('p', { 'class': 'sum' }, J.t('overview.blocking.sum', ids[0], titles[ids[0]] || ids[0], most)),
      J.table([
        J.column(J.t('item'), function (id) { return id; }, function (id) { return titles[id] ? id + ' ' + titles[id] : id; }, { head: true }),
        J.column(J.t('overview.blocking.count'), function (id) { return counts[id]; }, function (id) { return String(counts[id]); }, { num: true, best: true }),
        J.column(h('span', { 'class': 'hidden' }, J.t('overview.share')), function () { return ''; }, function (id) { return h('span', { 'class': 'meter', 'aria-hidden': 'true' }, h('span', { style: 'width:' + Math.round(100 * counts[id] / most) + '%' })); })
      ], ids.slice(0, 12), { caption: J.t('overview.blocking'), plain: true, told: true, id: 'blocking-items' }));
  }

  J.pages.overview = function (path, q) {
    var framework = J.chosenFramework(q.framework);
    if (!framework) return Promise.resolve({ title: J.t('overview.title.plain'), nodes: [J.missing()] });
    var earlier = J.index.periods.filter(function (period) { return period === J.period - 100; })[0];
    return Promise.all([J.league(framework), earlier ? J.load('league/' + J.file(framework) + '-' + earlier) : null, J.index.hasMap ? J.load('map') : null]).then(function (found) {
      var lines = found[0].lines, set = found[0].set;
      lines.forEach(function (line) { line.framework = framework; });
      var before = J.rows(found[1] && found[1].lines).filter(function (line) { return line.area_set === set; });
      var province = J.rows(J.index.areas).filter(function (area) { return area.area_level === 'province'; })[0];
      var top = head(framework, lines);
      return {
        title: province ? J.t('overview.title', J.titled(province, 'name')) : J.t('overview.title.plain'),
        nodes: [
          h('p', { 'class': 'lead' }, J.periodOfRelease(J.period) + ' · ' + top.lead),
          h('div', { 'class': 'controls' }, J.frameworkSelect(['overview'], q, framework),
            h('a', { 'class': 'button', href: J.href(['league', framework]) }, J.t('overview.league'))),
          top.stats, map(lines, found[2]), changes(framework, lines, before), blocking(lines, found[0].method)
        ]
      };
    });
  };
})(window.junheng);
