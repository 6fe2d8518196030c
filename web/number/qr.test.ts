import { expect, test } from 'vitest'
import { MARGIN, pathOf, type Qr, qrOf, svgOf } from './qr.ts'

/** "HILO" at level M, read back by another reader than the one that wrote it. */
const HILO = `
  #######..#.##.#######
  #.....#..####.#.....#
  #.###.#.#####.#.###.#
  #.###.#.#.#...#.###.#
  #.###.#.#...#.#.###.#
  #.....#.##.#..#.....#
  #######.#.#.#.#######
  ........#.#..........
  #.#####..#.#..#####..
  .#####.########..####
  ##..#####...#.##.#.##
  ####....#.#####......
  ##..#.#..##.#..#.##..
  ........#.#.#..#..###
  #######..#.#.#..#....
  #.....#.###....##.#.#
  #.###.#.##.#.#..#.#..
  #.###.#.#..####..#...
  #.###.#.##..#.##.....
  #.....#...#####..#..#
  #######.#...#..#..#..`
  .trim()
  .split(/\s+/)

const rowsOf = ({ size, isDark }: Qr): string[] =>
  Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => (isDark(row, column) ? '#' : '.')).join(''),
  )

test('a code has the modules a reader expects, and nothing but light for four modules around them', () => {
  const rows = rowsOf(qrOf('HILO'))
  expect(rows.slice(MARGIN, -MARGIN).map((row) => row.slice(MARGIN, -MARGIN))).toEqual(HILO)
  const around = [...rows.slice(0, MARGIN), ...rows.slice(-MARGIN), ...rows.map((row) => row.slice(0, MARGIN))]
  expect(around.join('')).toMatch(/^\.+$/)
  expect(rows.every((row) => row.endsWith('.'.repeat(MARGIN)))).toBe(true)
})

test('the drawn path covers exactly the dark modules', () => {
  const qr = qrOf('https://wa.me/message/7F3A90C2D1E4B8')
  const drawn = new Set<string>()
  for (const [, from, row, width] of pathOf(qr).matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g)) {
    for (let step = 0; step < Number(width); step++) drawn.add(`${row} ${Number(from) + step}`)
  }
  const dark = rowsOf(qr).flatMap((line, row) =>
    [...line].flatMap((module, column) => (module === '#' ? [`${row} ${column}`] : [])),
  )
  expect([...drawn].sort()).toEqual(dark.sort())
})

test('the file is dark on light whatever the theme, and its title cannot break out of it', () => {
  const svg = svgOf(qrOf('HILO'), '<script>&')
  expect(svg).toContain('viewBox="0 0 29 29"')
  expect(svg).toContain('<path fill="#fff" d="M0 0h29v29H0z"/>')
  expect(svg).toContain('<title>&#60;script&#62;&#38;</title>')
})
