/* The frame around every page, and which page an address means. */
(function (J) {
  'use strict';
  var h = J.h;
  var site = document.getElementById('site');
  var main;
  var drawn = 0;

  function nav() {
    var first = J.address().path[0] || 'overview';
    var here = { county: 'overview', indicator: 'indicators' }[first] || first;
    var entries = ['overview', 'league', 'indicators'].concat(J.index.hasQuality ? ['quality'] : [], ['method', 'dictionary']);
    return h('nav', { 'class': 'nav', 'aria-label': J.t('nav') }, entries.map(function (entry) {
      return h('a', { href: J.href([entry]), 'aria-current': entry === here ? 'page' : null }, J.t('nav.' + entry));
    }));
  }

  /* The same address in another language or period. */
  function again(change) {
    var address = J.address();
    var lang = J.lang, period = J.period;
    if (change.lang) J.lang = change.lang;
    if (change.period) J.period = Number(change.period);
    delete address.q.lang; delete address.q.period;
    var to = J.href(address.path.length ? address.path : ['overview'], address.q);
    J.lang = lang; J.period = period;
    return to;
  }

  function tools() {
    var other = J.lang === 'zh' ? 'en' : 'zh';
    var theme = J.isDark() ? 'light' : 'dark';
    var period = h('select', { 'aria-label': J.t('period'), onchange: function () { location.hash = again({ period: period.value }); } },
      J.index.periods.slice().reverse().map(function (one) { return h('option', { value: one, selected: one === J.period }, J.periodName(one)); }));
    return h('div', { 'class': 'tools' }, period,
      h('button', { type: 'button', 'class': 'button', id: 'language', lang: other === 'en' ? 'en' : 'zh-CN', title: J.t('language.hint'), onclick: function () {
        J.keep('lang', other);
        var to = again({ lang: other });
        if (to === location.hash) draw(); else location.hash = to;
      } }, J.t('language')),
      h('button', { type: 'button', 'class': 'button wide', id: 'theme', onclick: function () {
        J.keep('theme', theme);
        document.documentElement.setAttribute('data-theme', theme);
        draw();
      } }, J.t('theme.' + theme)),
      h('button', { type: 'button', 'class': 'button wide', onclick: function () { window.print(); } }, J.t('print')));
  }

  function frame() {
    main = h('main', { id: 'content', tabindex: '-1' }, h('div', { 'class': 'wrap' }));
    site.textContent = '';
    [
      h('a', { 'class': 'skip', href: '#content', onclick: function (event) { event.preventDefault(); main.focus(); } }, J.t('skip')),
      h('header', { 'class': 'head' }, h('div', { 'class': 'wrap' },
        h('a', { 'class': 'brand', href: J.href(['overview']) }, h('span', { 'class': 'seal', 'aria-hidden': 'true' }, '均衡'), h('span', { 'class': 'name' }, J.t('site'))),
        nav(), tools())),
      J.index.label ? h('p', { 'class': 'sample', style: 'margin:0', role: 'note' }, J.index.label) : '',
      main,
      h('footer', { 'class': 'foot' }, h('div', { 'class': 'wrap' },
        J.t('footer', J.index.definitions, J.index.periods.join(' · ')), h('br'), J.t('footer.note')))
    ].forEach(function (node) { if (node) site.appendChild(node); });
  }

  function page(address) {
    var make = J.pages[address.path[0] || 'overview'];
    return make ? make(address.path.slice(1), address.q) : Promise.resolve({ title: J.t('missing.page'), nodes: [
      h('p', null, h('a', { href: J.href(['overview']) }, J.t('back.overview')))] });
  }

  function draw() {
    J.readState();
    var mine = ++drawn;
    frame();
    document.body.setAttribute('data-state', 'loading');
    return page(J.address()).then(function (made) {
      if (mine !== drawn) return;
      var title = h('h1', { tabindex: '-1' }, made.title);
      var place = main.firstChild;
      place.appendChild(title);
      made.nodes.forEach(function add(node) { if (Array.isArray(node)) node.forEach(add); else if (node) place.appendChild(node); });
      document.title = made.title + ' · ' + J.t('site');
      document.body.setAttribute('data-state', 'ready');
      return title;
    });
  }

  J.start();
  window.addEventListener('hashchange', function () {
    if (location.hash === '#content') return;
    draw().then(function (title) { if (title) { window.scrollTo(0, 0); title.focus({ preventScroll: true }); } });
  });
  draw();
})(window.junheng);
