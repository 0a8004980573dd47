/* Data, language, elements and numbers: what every page stands on. */
(function (J) {
  'use strict';

  /* ── data: scripts that assign ─────────────────────────────────────────────────────────────── */
  var waiting = {};

  /* A code as it stands in the name of a file. */
  J.file = function (code) {
    return String(code).replace(/[^A-Za-z0-9_-]/g, function (c) {
      return '~' + c.charCodeAt(0).toString(16);
    });
  };

  /* Loads data/NAME.js once; null where the site has none. */
  J.load = function (name) {
    if (name in J.store) return Promise.resolve(J.store[name]);
    if (!waiting[name]) {
      waiting[name] = new Promise(function (done) {
        var script = document.createElement('script');
        script.src = 'data/' + name + '.js';
        script.onload = function () { done(J.store[name]); };
        script.onerror = function () { J.store[name] = null; done(null); };
        document.head.appendChild(script);
      });
    }
    return waiting[name];
  };

  /* The rows of a grid as objects named by column. */
  J.rows = function (grid) {
    if (!grid) return [];
    if (!grid.objects) {
      grid.objects = grid.rows.map(function (cells) {
        var row = {};
        grid.columns.forEach(function (column, i) { row[column] = cells[i]; });
        return row;
      });
    }
    return grid.objects;
  };

  J.by = function (rows, key) {
    var found = {};
    rows.forEach(function (row) { found[row[key]] = row; });
    return found;
  };

  J.group = function (rows, key) {
    var groups = {};
    rows.forEach(function (row) { (groups[row[key]] = groups[row[key]] || []).push(row); });
    return groups;
  };

  /* ── state: language, theme, period and the address ────────────────────────────────────────── */
  function kept(name) {
    try { return window.localStorage.getItem('junheng.' + name); } catch (e) { return null; }
  }

  J.keep = function (name, value) {
    try { window.localStorage.setItem('junheng.' + name, value); } catch (e) { /* a browser without memory */ }
  };

  function parameters(text) {
    var found = {};
    text.split('&').forEach(function (part) {
      if (!part) return;
      var at = part.indexOf('=');
      var name = at < 0 ? part : part.slice(0, at);
      try { found[decodeURIComponent(name)] = at < 0 ? '' : decodeURIComponent(part.slice(at + 1)); } catch (e) { /* not ours */ }
    });
    return found;
  }

  /* {path: [...], q: {...}} of an address such as #/county/330702?period=202310 */
  J.address = function () {
    var hash = location.hash.replace(/^#\/?/, '');
    var at = hash.indexOf('?');
    var path = (at < 0 ? hash : hash.slice(0, at)).split('/').filter(Boolean).map(function (part) {
      try { return decodeURIComponent(part); } catch (e) { return part; }
    });
    return { path: path, q: parameters(at < 0 ? '' : hash.slice(at + 1)) };
  };

  J.href = function (path, q) {
    var all = {};
    if (J.lang !== 'zh') all.lang = J.lang;
    if (J.period !== J.latest) all.period = J.period;
    Object.keys(q || {}).forEach(function (name) { all[name] = q[name]; });
    var query = Object.keys(all).filter(function (name) { return all[name] !== undefined && all[name] !== null && all[name] !== ''; })
      .map(function (name) { return encodeURIComponent(name) + '=' + encodeURIComponent(all[name]); }).join('&');
    return '#/' + path.map(encodeURIComponent).join('/') + (query ? '?' + query : '');
  };

  J.start = function () {
    var index = J.index = J.store.index;
    J.latest = index.periods[index.periods.length - 1];
    J.periods = J.by(J.rows(index.periodTitles), 'period');
    J.areas = J.by(J.rows(index.areas), 'area_code');
    J.stages = J.by(J.rows(index.stages), 'stage');
    J.frameworks = J.by(J.rows(index.frameworks), 'framework');
    J.indicators = J.by(J.rows(index.indicators), 'indicator');
    J.areaSets = J.by(J.rows(index.areaSets), 'area_set');
    var theme = kept('theme');
    if (theme) document.documentElement.setAttribute('data-theme', theme);
  };

  /* Language and period of an address; else those kept, else Chinese and the latest. */
  J.readState = function () {
    var q = J.address().q;
    var lang = q.lang || parameters(location.search.slice(1)).lang || kept('lang');
    J.lang = lang === 'en' ? 'en' : 'zh';
    var period = Number(q.period);
    J.period = J.index.periods.indexOf(period) >= 0 ? period : J.latest;
    document.documentElement.lang = J.lang === 'zh' ? 'zh-CN' : 'en';
  };

  J.isDark = function () {
    var theme = document.documentElement.getAttribute('data-theme');
    return theme ? theme === 'dark' : window.matchMedia('(prefers-color-scheme: dark)').matches;
  };

  /* ── words ─────────────────────────────────────────────────────────────────────────────────── */
  J.pick = function (pair) { return pair ? pair[J.lang === 'zh' ? 0 : 1] : ''; };

  J.t = function (key) {
    var pair = J.words[key];
    if (!pair) throw new Error('no words for ' + key);
    var values = arguments;
    return J.pick(pair).replace(/\{(\d)\}/g, function (all, i) { return values[Number(i) + 1]; });
  };

  /* The words for a code; the code itself where there are none. */
  J.code = function (kind, code) {
    return J.words[kind + '.' + code] ? J.t(kind + '.' + code) : String(code);
  };

  J.unit = function (unit) { return J.units[unit] ? J.pick(J.units[unit]) : (unit || ''); };

  /* NAME_zh or NAME_en of a row. */
  J.titled = function (row, name) {
    if (!row) return '';
    return (J.lang === 'zh' ? row[name + '_zh'] : row[name + '_en']) || row[name + '_zh'] || row[name + '_en'] || '';
  };

  J.areaName = function (code) { return J.titled(J.areas[code], 'name') || code; };
  J.cityName = function (code) { return J.titled(J.areas[code], 'city_name'); };
  J.stageName = function (id) { return J.titled(J.stages[id], 'title') || (id === null ? '' : id); };
  J.stageOrder = function (id) { return Object.keys(J.stages).indexOf(id); };
  J.frameworkName = function (id) { return J.titled(J.frameworks[id], 'title') || id; };
  J.indicatorName = function (id) { return J.titled(J.indicators[id], 'title') || id; };
  /* A period, with the release that its results come from. */
  J.periodOfRelease = function (period) {
    var release = J.index.releases[period];
    return J.periodName(period) + (release ? ' · ' + J.t('release', release) : '');
  };
  J.periodName = function (period) { return J.titled(J.periods[period], 'title') || period; };
  J.codeTitle = function (column, code) {
    var list = J.index.codes[column];
    return list && list[code] ? J.pick(list[code]) : (code || '');
  };
  J.verdictName = function (framework, verdict) {
    var own = J.index.verdicts[framework];
    return own && own[verdict] ? J.pick(own[verdict]) : J.code('verdict', verdict);
  };
  J.compare = function (a, b) { return String(a).localeCompare(String(b), J.lang === 'zh' ? 'zh-CN' : 'en'); };

  /* ── numbers: half-up on the decimal digits, as the tables are rounded ─────────────────────── */
  J.fixed = function (value, decimals) {
    if (value === null || value === undefined || value === '') return '–';
    var number = Number(value);
    var text = String(Math.abs(number));
    var rounded = text.indexOf('e') >= 0
      ? Math.abs(number).toFixed(decimals)
      : Number(Math.round(Number(text + 'e' + decimals)) + 'e-' + decimals).toFixed(decimals);
    var grouped = rounded.replace(/^\d{5,}/, function (digits) { return digits.replace(/\B(?=(\d{3})+$)/g, ','); });
    return (number < 0 && Number(rounded) !== 0 ? '−' : '') + grouped;
  };

  J.whole = function (value) { return J.fixed(value, 0); };

  /* As many digits as the number has, without zeros at the end; six at most. */
  J.plain = function (value) {
    if (value === null || value === undefined) return '–';
    var text = J.fixed(value, 6);
    return text.indexOf('.') < 0 ? text : text.replace(/\.?0+$/, '');
  };

  /* A limit as regulations print it: 0.50 rather than 0.5, and 45 as it is. */
  J.limit = function (value) {
    var text = J.plain(value);
    return /\.\d$/.test(text) && Math.abs(value) < 1 ? text + '0' : text;
  };

  J.shown = function (indicator, value) {
    var known = J.indicators[indicator];
    return known ? J.fixed(value, known.decimals) : J.plain(value);
  };

  /* ── elements: names become text nodes, never markup ───────────────────────────────────────── */
  function fill(element, attributes, children) {
    Object.keys(attributes || {}).forEach(function (name) {
      var value = attributes[name];
      if (value === null || value === undefined || value === false) return;
      if (name.slice(0, 2) === 'on') element.addEventListener(name.slice(2), value);
      else element.setAttribute(name, value === true ? '' : value);
    });
    children.forEach(function add(child) {
      if (child === null || child === undefined || child === false || child === '') return;
      if (Array.isArray(child)) child.forEach(add);
      else element.appendChild(child.nodeType ? child : document.createTextNode(child));
    });
    return element;
  }

  J.h = function (name, attributes) {
    return fill(document.createElement(name), attributes, Array.prototype.slice.call(arguments, 2));
  };

  J.s = function (name, attributes) {
    return fill(document.createElementNS('http://www.w3.org/2000/svg', name), attributes, Array.prototype.slice.call(arguments, 2));
  };
})(window.junheng);
