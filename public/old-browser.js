/*
 * For browsers without modules, which cannot run the wall: says so, and what helps, in words, styles
 * and a syntax that a browser of 2013 understands. It knows neither variables of CSS nor its grid.
 */
(function () {
  var found = /(Chrome|Firefox|Version|MSIE|rv)[\/: ]([0-9]+)/.exec(navigator.userAgent);
  var names = { Version: 'Safari', MSIE: 'Internet Explorer', rv: 'Internet Explorer' };
  var browser = found ? (names[found[1]] || found[1]) + ' ' + found[2] : navigator.userAgent;
  var page = document.createElement('div');

  page.style.cssText = 'width: 76%; margin: 0 auto; padding-top: 7%; color: #fff; font-size: 2vw';
  page.appendChild(
    block('ar', 'rtl', [
      'هذا المتصفح أقدم من أن يعرض الجدول',
      'حدِّث برنامج التلفاز، أو صِل بمدخل HDMI جهازًا صغيرًا أحدث منه.',
      'المطلوب: Chrome 64، أو متصفح آخر من عام 2020 أو أحدث. الموجود: ' + browser,
    ]),
  );
  page.appendChild(
    block('en', 'ltr', [
      'This browser is too old to show the timetable',
      'Update the TV’s software, or connect a small newer device to its HDMI socket.',
      'Needed: Chrome 64, or another browser of 2020, or newer. Found: ' + browser,
    ]),
  );
  document.body.style.background = '#0c2233';
  document.body.replaceChild(page, document.getElementById('wall'));

  function block(language, direction, texts) {
    var made = document.createElement('div');
    made.lang = language;
    made.dir = direction;
    made.style.marginBottom = '3em';
    for (var at = 0; at < texts.length; at += 1) {
      var line = document.createElement(at === 0 ? 'h1' : 'p');
      line.style.fontSize = at === 0 ? '1.6em' : '1em';
      line.style.margin = '0.4em 0';
      line.appendChild(document.createTextNode(texts[at]));
      made.appendChild(line);
    }
    return made;
  }
})();
