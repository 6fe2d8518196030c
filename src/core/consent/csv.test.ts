import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { CsvBroken, csvReader } from './csv.ts'

const read = (...pieces: string[]) => {
  const reader = csvReader()
  return [...pieces.flatMap((piece) => reader.push(piece)), ...reader.end()]
}
const cells = (...pieces: string[]) => read(...pieces).map((row) => row.cells)

describe('a file is taken apart', () => {
  test.each<[string, string, string[][]]>([
    [
      'commas',
      'a,b\n1,2\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'semicolons, as Excel writes them in Spanish',
      'a;b\r\n1,5;2\r\n',
      [
        ['a', 'b'],
        ['1,5', '2'],
      ],
    ],
    [
      'tabs',
      'a\tb\n1\t2',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    [
      'quotes with what separates and with quotes in them',
      'a;b\n"1;2";"dice ""sí"""',
      [
        ['a', 'b'],
        ['1;2', 'dice "sí"'],
      ],
    ],
    [
      'a line end within quotes',
      'a,b\n"1\n2",3',
      [
        ['a', 'b'],
        ['1\n2', '3'],
      ],
    ],
    ['a byte order mark', '\ufeffa,b\n', [['a', 'b']]],
    [
      'empty lines',
      'a,b\n\n,\n1,2\n\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['nothing', '', []],
  ])('with %s', (_, text, expected) => {
    expect(cells(text)).toEqual(expected)
  })
  test('and says on which line each row begins', () => {
    expect(read('a,b\n"1\n2",3\n\n4,5').map(({ line }) => line)).toEqual([1, 2, 5])
  })
  test('whatever pieces it comes in', () => {
    const text = '\ufeffnombre;nota\r\n"Ana; ""la jefa""";x\r\n\r\n"dos\nlíneas";y'
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 6 }), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = at.slice(1).map((end, index) => text.slice(at[index], end))
        expect(read(...pieces)).toEqual(read(text))
      }),
    )
  })
  test.each(['a,b\n"1,2', `a\n${'x'.repeat(20_000)}\n`])('but not when it is broken', (text) => {
    expect(() => read(text)).toThrow(CsvBroken)
  })
})
