/* Small plots as SVG, drawn for the eye; what they show stands in words and in a table beside them. */
(function (J) {
  'use strict';
  var s = J.s;

  function ticks(low, high, count) {
    var span = high - low || Math.abs(high) || 1;
    var step = Math.pow(10, Math.floor(Math.log(span / count) / Math.LN10));
    [5, 2, 1].some(function (times) { if (span / (step * times) >= count - 1) { step *= times; return true; } return false; });
    var found = [];
    for (var i = Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9 && found.length < 12; i++) found.push(Number((i * step).toPrecision(12)));
    return found;
  }

  /*
   * Dots along a line: points {value, size, below, title}; lines {value, kind, label}. Dots that would cover each other are stacked.
   */
  J.strip = function (points, lines, label) {
    var width = 560, left = 16, right = 16, middle = 46, bottom = 82;
    var values = points.map(function (p) { return p.value; }).concat(lines.map(function (l) { return l.value; }));
    var low = Math.min.apply(null, values), high = Math.max.apply(null, values);
    var pad = (high - low || Math.abs(high) || 1) * 0.06;
    low = low >= 0 ? Math.max(0, low - pad) : low - pad; high += pad;
    function x(value) { return left + (value - low) / (high - low) * (width - left - right); }
    var largest = Math.max.apply(null, points.map(function (p) { return p.size || 1; }).concat([1]));
    var placed = [];
    var dots = points.slice().sort(function (a, b) { return a.value - b.value; }).map(function (point) {
      var r = point.size ? 3 + 7 * Math.sqrt(point.size / largest) : 4;
      if (points.length > 60) r *= 0.6;
      var cx = x(point.value), cy = middle;
      for (var step = 0; step < 9; step++) {
        cy = middle + (step % 2 ? -1 : 1) * Math.ceil(step / 2) * 7;
        var free = true;
        for (var i = placed.length - 1; i >= 0 && placed[i][0] > cx - 22; i--) {
          var dx = placed[i][0] - cx, dy = placed[i][1] - cy, reach = (placed[i][2] + r) * 0.8;
          if (dx * dx + dy * dy < reach * reach) { free = false; break; }
        }
        if (free) break;
      }
      placed.push([cx, cy, r]);
      return s('circle', { 'class': point.below ? 'dot below' : 'dot', cx: cx.toFixed(1), cy: cy.toFixed(1), r: r.toFixed(1) }, s('title', null, point.title));
    });
    var taken = [];
    var marks = lines.map(function (line) {
      var at = x(line.value);
      var anchor = at > width - 90 ? 'end' : at < 90 ? 'start' : 'middle';
      var row = taken.some(function (other) { return Math.abs(other - at) < 110; }) ? 0 : 11;
      taken.push(at);
      return [
        s('line', { 'class': line.kind, x1: at, x2: at, y1: row + 5, y2: bottom - 12 }),
        s('text', { x: at, y: row + 1 + (row ? 0 : 9), 'text-anchor': anchor }, line.label)
      ];
    });
    return s('svg', { viewBox: '0 0 ' + width + ' 98', role: 'img', 'aria-label': label },
      s('line', { 'class': 'axis', x1: left, x2: width - right, y1: bottom - 10, y2: bottom - 10 }),
      ticks(low, high, 5).map(function (tick) { return [
        s('line', { 'class': 'axis', x1: x(tick), x2: x(tick), y1: bottom - 10, y2: bottom - 6 }),
        s('text', { x: x(tick), y: bottom + 6, 'text-anchor': 'middle' }, J.plain(tick))
      ]; }),
      marks, dots);
  };

  /* The way of a figure over the periods; gaps stay gaps. */
  J.spark = function (values) {
    var width = 92, height = 24;
    var known = values.filter(function (v) { return v !== null && v !== undefined; });
    if (known.length < 2) return '';
    var low = Math.min.apply(null, known), high = Math.max.apply(null, known), span = high - low || 1;
    var points = [];
    values.forEach(function (value, i) {
      if (value !== null && value !== undefined) points.push([4 + i * (width - 8) / (values.length - 1), high === low ? height / 2 : height - 5 - (value - low) / span * (height - 10)]);
    });
    var last = points[points.length - 1];
    return s('svg', { viewBox: '0 0 ' + width + ' ' + height, width: width, height: height, 'aria-hidden': 'true', focusable: 'false' },
      s('polyline', { 'class': 'line', points: points.map(function (p) { return p[0].toFixed(1) + ',' + p[1].toFixed(1); }).join(' ') }),
      s('circle', { 'class': 'last', cx: last[0], cy: last[1], r: 2.6 }));
  };
})(window.junheng);
