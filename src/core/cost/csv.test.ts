import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readCsv, writeCsv } from './csv.ts'

describe('files of cells', () => {
  test('keep quotes, separators and line breaks inside a cell', () => {
    expect(readCsv('a,"b, ""c""\nd",e\n\nf,g,h\n').rows).toEqual([
      { line: 1, cells: ['a', 'b, "c"\nd', 'e'] },
      { line: 4, cells: ['f', 'g', 'h'] },
    ])
  })

  test('say what separates them', () => {
    expect(readCsv('a;b;c\n1,5;2;3\n').separator).toBe(';')
    expect(readCsv('a\tb\n').rows[0]?.cells).toEqual(['a', 'b'])
  })

  test.each([
    ['=cmd|calc', "'=cmd|calc"],
    ['+52 55 1234', "'+52 55 1234"],
    ['@SUM(1)', "'@SUM(1)"],
    ['-1+1', "'-1+1"],
    ['-0.0085', '-0.0085'],
    [' =1', "' =1"],
    ['Ventas', 'Ventas'],
  ])('%s is written as %s, so that no spreadsheet runs it', (cell, written) => {
    expect(writeCsv([[cell]])).toBe(`${written}\r\n`)
  })

  test('no cell whatever begins like a formula, and all come back', () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.string({ minLength: 1 }), { minLength: 2, maxLength: 4 })), (rows) => {
        for (const { cells } of readCsv(writeCsv(rows)).rows) {
          for (const cell of cells) expect(/^[=+@\t\r]|^-(?!\d+(\.\d+)?$)/.test(cell)).toBe(false)
        }
      }),
      { numRuns: 300 },
    )
  })
})
