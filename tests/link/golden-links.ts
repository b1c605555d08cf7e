/** Links that a damaged copy must never be mistaken for: together they hold every kind of key. Canonical, frozen. */
export const GOLDEN_LINKS: readonly (readonly [what: string, link: string])[] = [
  [
    'the example of the design',
    '?v=1&hke=6.2s4&hkr=5y6y7&cbs=30c450&fdi=a0.5&rho=0.3&seed=7&z=37t3#name=Border%20shock',
  ],
  [
    'all rates with spreads',
    '?v=1&hke=10s4&hkr=19.4s6&cbs=18.9s3&nin=-2.3s9&opn=15.5s9&fdi=0.7s5&org=26s8&pax=12.5s12&teu=3.1s4&mod=9.8s3&gsp=7s5&law=5.5s2&fin=6.25s3.5&pro=11s6&rho=0.35&phi=0.5&z=lcv8',
  ],
  [
    'measures, drivers, effects and links',
    '?v=1&hke=10&hkr=10&m-nin=flow&m-opn=flow&d-border=0y-1y0.5&d-demand=-1y-1y-1&d-own=1y0y2&e-border-hkr=12.5&e-own-hke=-3&e-own-pro=0.75&k-hke-hkr=0.2&k-hkr-hke=0.5&k-pro-pro=-0.1&see=hkr&lang=zh-Hant&z=75fh#name=%E5%89%8D%E6%B5%B7%26v%3D1',
  ],
  [
    'three scenarios',
    '?v=1&hke=4&pax=20&seed=11&hke.2=9s2&pax.2=-5&hke.3=0&see=pax&z=a476#name=low&name.2=high%20%26%20wide&name.3=R%3Dv',
  ],
  [
    'names of drivers',
    '?v=1&hke=10&d-border=0y-0.5y0&d-own=0y1y0&e-own-hke=-5&e-own-pax=-30&d-own.2=1y0y0&e-own-hkr.2=2&z=0qos#name=Closed&name-own=Border%20closure%202024&name.2=Open&name-own.2=%E9%96%8B%E6%94%BE',
  ],
  ['another plan', '?v=1&plan=harbour-2031&co=-12.5s3&bert=20c4&m-bert=flow&phi=0.9&z=3fya#name=-'],
];
