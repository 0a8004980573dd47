/* Parts that pages share: signs, tables, sections. */
(function (J) {
  'use strict';
  var h = J.h;

  /* A sign and a tone for each outcome; the sign says what the colour says. */
  var SIGNS = {
    passed: ['✓', 'good'], not_passed: ['✗', 'bad'], undetermined: ['?', 'open'],
    reached: ['✓', 'good'], on_track: ['→', 'good'], behind: ['!', 'part'], missed: ['✗', 'bad'],
    met: ['✓', 'good'], partly_met: ['◐', 'part'], not_met: ['✗', 'bad'], unknown: ['?', 'open'], not_applicable: ['–', 'open']
  };

  J.sign = function (code) { return SIGNS[code] || ['·', 'open']; };

  J.badge = function (code, words) {
    if (!code) return '–';
    var sign = J.sign(code);
    return h('span', { 'class': 'badge ' + sign[1] }, h('span', { 'aria-hidden': 'true' }, sign[0]), words);
  };

  J.verdictBadge = function (framework, verdict) {
    return verdict ? J.badge(verdict, J.verdictName(framework, verdict)) : '–';
  };

  J.gradeBadge = function (grade) { return J.badge(grade, J.code('grade', grade)); };

  J.originBadge = function (origin) {
    return h('span', { 'class': 'badge ' + (origin === 'official' ? 'accent' : 'part') }, J.code('origin', origin));
  };

  J.targetBadge = function (status) { return J.badge(status, J.code('target', status)); };

  /* The place, shared or as a range. */
  J.place = function (line) {
    if (line.rank_no === null || line.rank_no === undefined) return J.t('place.none');
    if (line.rank_low !== null && line.rank_high !== null && line.rank_low !== line.rank_high) return line.rank_low + '–' + line.rank_high;
    return (line.tie_count > 1 ? '=' : '') + line.rank_no;
  };

  J.movement = function (line) {
    var change = line.rank_change;
    if (change === null || change === undefined) {
      return h('span', { 'class': 'same small' }, line.change_status ? J.code('change', line.change_status) : '–');
    }
    if (change === 0) return h('span', { 'class': 'same' }, h('span', { 'aria-hidden': 'true' }, '='), h('span', { 'class': 'hidden' }, J.t('moved.same')));
    var up = change > 0;
    return h('span', { 'class': up ? 'up nowrap' : 'down nowrap' },
      h('span', { 'aria-hidden': 'true' }, (up ? '▲ ' : '▼ ') + Math.abs(change)),
      h('span', { 'class': 'hidden' }, J.t(up ? 'moved.up' : 'moved.down', Math.abs(change))));
  };

  J.met = function (line) { return line.met_count === null ? '–' : line.met_count + ' / ' + line.of_count; };

  J.countyLink = function (code, q) { return h('a', { href: J.href(['county', code], q) }, J.areaName(code)); };
  J.indicatorLink = function (id) { return J.indicators[id] ? h('a', { href: J.href(['indicator', id]) }, J.indicatorName(id)) : id; };

  /* A value with its status, where it has none. */
  J.cell = function (indicator, row) {
    if (row.conf_status === 'C') return h('span', { 'class': 'quiet small' }, J.t('withheld'));
    if (row.value === null) return h('span', { 'class': 'quiet small' }, row.obs_status && row.obs_status !== 'A' ? J.code('obs', row.obs_status) : '–');
    var mark = row.obs_status && row.obs_status !== 'A' ? h('span', { 'class': 'quiet small', title: J.code('obs', row.obs_status) }, ' ' + row.obs_status) : null;
    return [J.shown(indicator, row.value), mark];
  };

  J.signed = function (indicator, change) {
    if (change === null || change === undefined) return '–';
    var text = J.shown(indicator, change);
    return change > 0 && /[1-9]/.test(text) ? '+' + text : text;
  };

  J.part = function (id, title) {
    var children = Array.prototype.slice.call(arguments, 2);
    return h('section', { 'class': 'part', 'aria-labelledby': id }, h('h2', { id: id }, title), children);
  };

  J.missing = function () { return h('p', { 'class': 'quiet' }, J.t('missing.data')); };

  J.select = function (label, options, value, chosen) {
    var select = h('select', { onchange: function () { chosen(select.value); } }, options.map(function (option) {
      return h('option', { value: option[0], selected: String(option[0]) === String(value) }, option[1]);
    }));
    return h('label', null, label, select);
  };

  /* ── tables ────────────────────────────────────────────────────────────────────────────────── */
  function compareBy(column, down) {
    return function (a, b) {
      var x = column.sort(a), y = column.sort(b);
      var noX = x === null || x === undefined || x === '', noY = y === null || y === undefined || y === '';
      if (noX || noY) return noX && noY ? 0 : noX ? 1 : -1;
      var order = typeof x === 'number' && typeof y === 'number' ? x - y : J.compare(x, y);
      return down ? -order : order;
    };
  }

  /*
   * A long table shows its first rows again whenever it is sorted: who wants all of three thousand says so, and nobody waits for them otherwise.
   * A table whose columns sort: {title, sort(row), cell(row), num, head}. A column without a value in any row is left out.
   * Options: caption, limit (rows shown at first), sorted (index of the column it is sorted by already), plain (does not sort), told (the heading above says the caption already), tr(row) (attributes).
   */
  J.table = function (columns, rows, options) {
    var used = columns.filter(function (column) {
      return !column.optional || rows.some(function (row) { var v = column.sort(row); return v !== null && v !== undefined && v !== ''; });
    });
    var limit = options.limit || 300;
    var state = { by: -1, down: false, all: rows.length <= limit };
    var body = h('tbody');
    var caption = h('caption', { 'class': options.told ? 'hidden' : null }, options.caption);
    var more = h('button', { type: 'button', 'class': 'button', onclick: function () { state.all = true; draw(); } }, J.t('rows.all', rows.length));
    var moreLine = h('p', { 'class': 'more' }, more);
    var heads = used.map(function (column, i) {
      var mark = h('span', { 'class': 'mark', 'aria-hidden': 'true' });
      var title = options.plain ? column.title : h('button', { type: 'button', title: J.t('sort.by', column.title), onclick: function () { sortBy(i); } }, column.title, mark);
      return { th: h('th', { scope: 'col', 'class': column.num ? 'num' : column.kind === 'keep' ? 'keep' : null }, title), mark: mark };
    });

    function sortBy(i) {
      state.down = state.by === i ? !state.down : !!used[i].best;
      state.by = i;
      state.all = rows.length <= limit;
      draw();
    }

    function draw() {
      var ordered = rows;
      if (state.by >= 0) ordered = rows.map(function (row, i) { return [row, i]; }).sort(function (a, b) {
        return compareBy(used[state.by], state.down)(a[0], b[0]) || a[1] - b[1];
      }).map(function (pair) { return pair[0]; });
      heads.forEach(function (head, i) {
        if (i === state.by) head.th.setAttribute('aria-sort', state.down ? 'descending' : 'ascending');
        else head.th.removeAttribute('aria-sort');
        head.mark.textContent = i === state.by ? (state.down ? '↓' : '↑') : '';
      });
      var part = document.createDocumentFragment();
      (state.all ? ordered : ordered.slice(0, limit)).forEach(function (row) {
        part.appendChild(h('tr', options.tr ? options.tr(row) : null, used.map(function (column) {
          return column.head
            ? h('th', { scope: 'row', 'class': column.num ? 'num' : column.kind || null }, column.cell(row))
            : h('td', { 'class': column.num ? 'num' : column.kind || null }, column.cell(row));
        })));
      });
      body.textContent = '';
      body.appendChild(part);
      moreLine.style.display = state.all ? 'none' : '';
    }

    draw();
    var table = h('table', { id: options.id }, caption, h('thead', null, h('tr', null, heads.map(function (head) { return head.th; }))), body);
    var region = h('div', { 'class': 'table', tabindex: '0', role: 'region', 'aria-label': options.caption }, table);
    region.addEventListener('junheng-all', function () { state.all = true; draw(); });
    return h('div', null, region, moreLine);
  };

  J.column = function (title, sort, cell, more) {
    var column = { title: title, sort: sort, cell: cell || function (row) { var v = sort(row); return v === null || v === undefined ? '–' : String(v); } };
    Object.keys(more || {}).forEach(function (name) { column[name] = more[name]; });
    return column;
  };

  /* On paper all rows and all details show. */
  window.addEventListener('beforeprint', function () {
    document.querySelectorAll('.table').forEach(function (region) { region.dispatchEvent(new CustomEvent('junheng-all')); });
  });
})(window.junheng);
