// Draws world.svg from Natural Earth's 1:110m countries (public domain), without Antarctica. The Equal Earth projection keeps
// areas in proportion: a circle's area shows bytes, so the areas of countries must be comparable too.
// Run it only to redraw the map. The result is committed:
//   npm install world-atlas@2 d3-geo@3 topojson-client@3 && node generate.mjs > world.svg
// EqualEarth in Dashboard.Web places sites in the same 960-unit frame; its test compares it with numbers from d3.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoEqualEarth, geoPath } from 'd3-geo';
import { merge, mesh } from 'topojson-client';

const atlas = createRequire(import.meta.url).resolve('world-atlas/countries-110m.json');
const world = JSON.parse(readFileSync(atlas, 'utf8'));
const antarctica = '010';
world.objects.countries.geometries = world.objects.countries.geometries.filter(country => country.id !== antarctica);

const width = 960;
const projection = geoEqualEarth().fitWidth(width, { type: 'Sphere' });
const path = geoPath(projection).digits(1);
const land = path(merge(world, world.objects.countries.geometries));
const borders = path(mesh(world, world.objects.countries, (a, b) => a !== b));

process.stdout.write(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} 420">
  <g id="world">
    <path d="${land}" style="fill: var(--map-land, #e3e8ee)"/>
    <path d="${borders}" style="fill: none; stroke: var(--map-border, #fff); stroke-width: .6; stroke-linejoin: round"/>
  </g>
</svg>
`);
