/* How is judged, and what the tables hold: made from the definitions that ran. */
(function (J) {
  'use strict';
  var h = J.h;

  function limits(test) {
    var stages = Object.keys(test.limits).sort(function (a, b) { return J.stageOrder(a) - J.stageOrder(b); });
    var parts = stages.map(function (stage) {
      return (stage === '_T' ? '' : J.stageName(stage) + ' ') + test.sign + ' ' + J.limit(test.limits[stage]) +
        (test.partly[stage] !== undefined ? '(' + J.t('method.partly', J.limit(test.partly[stage])) + ')' : '');
    });
    if (test.expression) parts.push([J.t('method.by.school', ''), h('code', null, test.sign + ' ' + test.expression)]);
    if (test.floorShare !== null) parts.push(J.t('method.floor', J.plain(test.floorShare * 100)));
    if (test.among) parts.push(J.pick(test.among));
    return parts.map(function (part, i) { return [i ? ' · ' : '', part]; });
  }

  function tests(item) {
    return h('ul', { 'class': 'list' }, item.tests.map(function (test) {
      return h('li', { style: 'display:block' }, h('span', { 'class': 'badge open small' }, J.t('who.' + test.who)), ' ',
        test.indicator ? J.indicatorLink(test.indicator) : J.pick(test.title), ' ', h('span', { 'class': 'nowrap' }, limits(test)));
    }));
  }

  function items(made) {
    return J.part('items', J.t('method.items'), J.table([
      J.column(J.t('item'), function (item) { return item.id; }, function (item) { return item.id; }, { head: true }),
      J.column(J.t('dictionary.name'), function (item) { return J.pick(item.title); }, function (item) { return [J.pick(item.title), h('br'), h('span', { 'class': 'quiet small' }, J.pick(item.group))]; }),
      J.column(J.t('standard'), function (item) { return ''; }, tests),
      J.column(J.t('clause'), function (item) { return item.clause; }, function (item) { return h('span', { 'class': 'small' }, item.clause || item.document); }, { kind: 'keep' }),
      J.column(J.t('origin'), function (item) { return item.origin; }, function (item) { return J.originBadge(item.origin); })
    ], made.items, { caption: J.pick(made.title) + ' · ' + J.t('method.items.count', made.items.length), plain: true, id: 'items-table' }));
  }

  function tree(made) {
    return J.part('items', J.t('method.tree'), J.table([
      J.column(J.t('item'), function (node) { return node.id; }, function (node) { return node.id; }, { head: true }),
      J.column(J.t('dictionary.name'), function (node) { return ''; }, function (node) {
        return h('span', { style: 'display:block;padding-left:' + node.depth * 1.2 + 'rem' + (node.indicator ? '' : ';font-weight:600') },
          node.indicator ? J.indicatorLink(node.indicator) : J.pick(node.title),
          node.stage && node.stage !== '_T' ? h('span', { 'class': 'quiet' }, ' · ' + J.stageName(node.stage)) : '');
      }),
      J.column(J.t('method.weight'), function (node) { return node.weight; }, function (node) { return J.plain(node.weight); }, { num: true }),
      J.column(J.t('method.scale'), function (node) { return ''; }, function (node) { return node.scale ? J.pick(node.scale) : ''; }),
      J.column(J.t('clause'), function (node) { return node.clause; }, function (node) { return h('span', { 'class': 'small' }, node.clause || node.document || ''); }, { optional: true }),
      J.column(J.t('origin'), function (node) { return node.origin; }, function (node) { return J.originBadge(node.origin); })
    ], made.nodes, { caption: J.pick(made.title) + ' · ' + J.t('method.items.count', made.nodes.length), plain: true, id: 'items-table' }));
  }

  function one(id) {
    return J.load('framework/' + J.file(id)).then(function (made) {
      if (!made) return { title: J.t('method.title'), nodes: [J.missing()] };
      return { title: J.pick(made.title), nodes: [
        h('p', { 'class': 'lead' }, [made.document, made.clause, J.t('method.edition', made.edition), J.pick(made.units)].filter(Boolean).join(' · ') + ' ', J.originBadge(made.origin)),
        J.part('rules', J.t('method.rules'), h('ul', { 'class': 'plain' }, made.rules.map(function (rule) { return h('li', null, J.pick(rule)); }))),
        made.items.length ? items(made) : tree(made)
      ] };
    });
  }

  J.pages.method = function (path) {
    if (path[0]) return one(path[0]);
    return Promise.resolve({ title: J.t('method.title'), nodes: [
      h('p', { 'class': 'lead' }, J.t('method.sum', J.index.methods.length)),
      h('div', { style: 'margin-top:1.6rem' }, J.table([
        J.column(J.t('framework'), function (id) { return J.frameworkName(id); }, function (id) { return h('a', { href: J.href(['method', id]) }, J.frameworkName(id)); }, { head: true }),
        J.column(J.t('dictionary.code'), function (id) { return id; }, function (id) { return h('code', null, id); }),
        J.column(J.t('indicator.source'), function (id) { return (J.frameworks[id] || {}).legal_document; }),
        J.column(J.t('origin'), function (id) { return (J.frameworks[id] || {}).origin; }, function (id) { return J.frameworks[id] ? J.originBadge(J.frameworks[id].origin) : '–'; })
      ], J.index.methods, { caption: J.t('method.title'), told: true, id: 'methods' }))] });
  };

  function note(text) {
    var parts = text.split(' · ');
    return parts.length === 2 ? parts[J.lang === 'zh' ? 0 : 1] : text;
  }

  /* What is made when it is unrolled for the first time, or printed. */
  function rolled(title, make) {
    var made = false;
    var details = h('details', { 'class': 'rolled', ontoggle: function () { if (!made) { made = true; details.appendChild(make()); } } }, h('summary', null, title));
    return details;
  }

  J.pages.dictionary = function () {
    return J.load('dictionary').then(function (made) {
      if (!made) return { title: J.t('dictionary.title'), nodes: [J.missing()] };
      var columns = made.tables.reduce(function (sum, table) { return sum + table.columns.length; }, 0);
      return { title: J.t('dictionary.title'), nodes: [
        h('p', { 'class': 'lead' }, J.t('dictionary.sum', made.tables.length, columns, made.measures.length)),
        h('div', { 'class': 'controls' }, h('a', { 'class': 'button', id: 'dictionary-csv', href: 'dictionary.csv', download: 'dictionary.csv' }, J.t('dictionary.csv'))),
        J.part('tables', J.t('dictionary.tables'), made.tables.map(function (table) {
          return rolled([J.pick(table.title) + ' ', h('code', null, table.name)], function () { return J.table([
            J.column(J.t('dictionary.column'), function (c) { return c.name; }, function (c) { return h('code', null, c.name); }, { head: true }),
            J.column(J.t('dictionary.name'), function (c) { return J.pick(c.title); }),
            J.column(J.t('dictionary.type'), function (c) { return c.type; }, function (c) { return [J.code('type', c.type), c.key ? [' ', h('span', { 'class': 'badge accent small' }, J.t('dictionary.key'))] : '']; }),
            J.column(J.t('unit'), function (c) { return c.unit; }, function (c) { return J.unit(c.unit); }, { optional: true }),
            J.column(J.t('note'), function (c) { return c.note; }, function (c) { return h('span', { 'class': 'small' }, note(c.note)); }, { optional: true })
          ], table.columns, { caption: J.pick(table.title) + ' · ' + table.name, plain: true, told: true }); });
        })),
        J.part('measures', J.t('dictionary.measures'), J.table([
          J.column(J.t('dictionary.name'), function (m) { return J.pick(m.title); }, null, { head: true }),
          J.column(J.t('dictionary.code'), function (m) { return m.id; }, function (m) { return h('code', null, m.id); }),
          J.column(J.t('unit'), function (m) { return J.unit(m.unit); }),
          J.column(J.t('dictionary.source'), function (m) { return m.source; }, function (m) { return made.datasets[m.source] ? J.pick(made.datasets[m.source]) : m.source; }, { kind: 'keep' }),
          J.column(J.t('dictionary.where'), function (m) { return m.where; }, function (m) { return m.where ? h('code', null, m.where) : ''; }, { optional: true })
        ], made.measures, { caption: J.t('dictionary.measures'), limit: 40, told: true })),
        J.part('codes', J.t('dictionary.codes'), made.codes.map(function (list) {
          return rolled([J.pick(list.title) + ' ', h('code', null, list.id)], function () { return J.table([
            J.column(J.t('dictionary.code'), function (code) { return code; }, function (code) { return h('code', null, code); }, { head: true }),
            J.column(J.t('dictionary.name'), function (code) { return J.pick(list.codes[code]); })
          ], Object.keys(list.codes), { caption: J.pick(list.title) + ' · ' + list.id, plain: true, told: true }); });
        }))
      ] };
    });
  };
})(window.junheng);
