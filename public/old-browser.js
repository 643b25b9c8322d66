// For browsers without modules, which cannot run the wall: say so, in words they understand.
document.querySelector('#wall p').textContent =
  'هذا المتصفح قديم. حدِّث التلفاز أو صِل به جهازًا أحدث. · ' +
  'This browser is too old. Update the TV, or connect a newer device.';
