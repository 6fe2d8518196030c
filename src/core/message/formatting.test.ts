import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Block, type Inline, parseFormatting, withoutMarks } from './formatting.ts'

/** Shows a tree on one line: `<bold|…>`. */
const inline = (child: Inline): string => {
  if ('children' in child) return `<${child.kind}|${child.children.map(inline).join('')}>`
  if (child.kind === 'link') return `<${child.href}|${child.text}>`
  return child.kind === 'text' ? child.text : `<${child.kind}|${child.text}>`
}
const block = (each: Block): string => {
  const line = (children: readonly Inline[]) => children.map(inline).join('')
  if (each.kind === 'paragraph') return line(each.children)
  if (each.kind === 'quote') return `<quote|${line(each.children)}>`
  const start = each.kind === 'numbers' ? `${each.start} ` : ''
  return `<${each.kind} ${start}|${each.items.map(line).join('|')}>`
}
const read = (text: string) => parseFormatting(text).map(block).join('§')

describe('marks', () => {
  test.each([
    ['*Hola* mundo', '<bold|Hola> mundo'],
    ['_a_ ~b~ `c` ```d```', '<italic|a> <strike|b> <code|c> <mono|d>'],
    ['*_los dos_*', '<bold|<italic|los dos>>'],
    ['*uno _dos* tres_', '<bold|uno _dos> tres_'],
    ['(*sí*), *no*.', '(<bold|sí>), <bold|no>.'],
    ['*a *b*', '<bold|a *b>'],
    ['**a**', '*<bold|a>*'],
    ['*a* y *b*', '<bold|a> y <bold|b>'],
    ['¡*Oferta*!', '¡<bold|Oferta>!'],
    ['*👟*', '<bold|👟>'],
    ['`*a*`', '<code|*a*>'],
    ['```*a*\n> b```', '<mono|*a*\n> b>'],
    ['antes ```x``` después', 'antes <mono|x> después'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('without its marks, a text keeps its words', () => {
  test.each([
    ['*Hola*, _Lucía_', 'Hola, Lucía'],
    ['*_los dos_* y ~ninguno~', 'los dos y ninguno'],
    ['`uno` ```dos```', 'uno dos'],
    ['> dicho\nrespuesta', 'dicho\nrespuesta'],
    ['- pan\n- leche', '• pan\n• leche'],
    ['2. abrir\n3. firmar', '2. abrir\n3. firmar'],
    ['2 * 3 * 4 = 24 y mi_nombre_aquí', '2 * 3 * 4 = 24 y mi_nombre_aquí'],
    ['https://aurora.example/a_b_c', 'https://aurora.example/a_b_c'],
    ['*sin cerrar', '*sin cerrar'],
    ['sin marcas', 'sin marcas'],
  ])('%j', (text, expected) => {
    expect(withoutMarks(text)).toBe(expected)
  })
})

describe('what only looks like a mark is text', () => {
  test.each([
    '2*3*4',
    'snake_case_name',
    'ñ_ñ_ñ',
    '𝒜*b*',
    'x * a*',
    '*a *',
    '*a',
    'a*',
    '**',
    '***',
    '*',
    '``',
    '``````',
    '```',
    '`a',
    '*a\nb*',
    '~~',
    'a * b * c',
    '>sin espacio',
    '-5 grados',
    '1.5 kg',
    '- ',
    '> ',
    '',
    '\n\n',
    'ftp://example.mx',
    'http://',
    'www.',
    'xhttp://a.mx',
  ])('%j', (text) => {
    expect(read(text)).toBe(text)
  })
})

describe('lines', () => {
  test.each([
    ['> cita\n> sigue\nfin', '<quote|cita\nsigue>§fin'],
    ['- a\n* *b*\nfin', '<bullets |a|<bold|b>>§fin'],
    ['1. a\n2. b', '<numbers 1 |a|b>'],
    ['3. a\n4. b\n9. c', '<numbers 3 |a|b>§<numbers 9 |c>'],
    ['a\r\n\r\nb', 'a\n\nb'],
    ['> ```x```', '<quote|<mono|x>>'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
})

describe('addresses', () => {
  test.each([
    ['https://example.mx/a_b_c*d', '<https://example.mx/a_b_c*d|https://example.mx/a_b_c*d>'],
    ['Mira https://example.mx.', 'Mira <https://example.mx|https://example.mx>.'],
    ['(https://example.mx/a_(b))', '(<https://example.mx/a_(b)|https://example.mx/a_(b)>)'],
    ['*https://example.mx*', '<bold|<https://example.mx|https://example.mx>>'],
    ['www.example.mx/x', '<https://www.example.mx/x|www.example.mx/x>'],
    ['HTTP://EXAMPLE.MX', '<HTTP://EXAMPLE.MX|HTTP://EXAMPLE.MX>'],
  ])('%j', (text, expected) => {
    expect(read(text)).toBe(expected)
  })
  test('lead nowhere but to the web', () => {
    expect(read('javascript:alert(1) data:text/html,x')).toBe('javascript:alert(1) data:text/html,x')
  })
})

const everything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc
    .array(fc.constantFrom('*', '_', '~', '`', '```', '>', '- ', '1. ', ' ', '\n', 'a', 'ñ', '👟', 'https://a.mx', ')'))
    .map((parts) => parts.join('')),
)

test('any text is valid, and no letter of it is lost or added', () => {
  const letters = (text: string) => text.replace(/[*_~`>\-\s\d.]/gu, '')
  const words = (children: readonly Inline[]): string =>
    children.map((child) => ('children' in child ? words(child.children) : child.text)).join('')
  fc.assert(
    fc.property(everything, (text) => {
      const blocks = parseFormatting(text)
      const shown = blocks.map((each) => ('items' in each ? each.items.map(words).join('') : words(each.children)))
      expect(letters(shown.join(''))).toBe(letters(text))
    }),
    { numRuns: 2_000 },
  )
})

test.each(['*', '_a ', '*a', '`', '```', '`a', 'www.', 'http://', 'http://.', '> ', '- *_~`', 'a)', '\n', ' *'])(
  'two hundred thousand characters of %j are read at once',
  (part) => {
    const text = part.repeat(Math.ceil(200_000 / part.length))
    const startedAt = performance.now()
    parseFormatting(text)
    expect(performance.now() - startedAt).toBeLessThan(10_000)
  },
)
