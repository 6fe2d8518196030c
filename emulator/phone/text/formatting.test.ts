import { describe, expect, it } from 'vitest'
import { parseMessage, parseSpans, withoutMarks } from './formatting.ts'

const text = (value: string) => ({ kind: 'text', text: value })

describe('spans of a line', () => {
  it('reads bold, italic, strike and code', () => {
    expect(parseSpans('*a1* _b2_ ~c3~ `d4`')).toEqual([
      { kind: 'bold', spans: [text('a1')] },
      text(' '),
      { kind: 'italic', spans: [text('b2')] },
      text(' '),
      { kind: 'strike', spans: [text('c3')] },
      text(' '),
      { kind: 'code', text: 'd4' },
    ])
  })
  it('nests marks, but not inside code', () => {
    expect(parseSpans('*muy _bien_*')).toEqual([
      { kind: 'bold', spans: [text('muy '), { kind: 'italic', spans: [text('bien')] }] },
    ])
    expect(parseSpans('`*no*`')).toEqual([{ kind: 'code', text: '*no*' }])
  })
  it.each(['2*3*4', 'snake_case_name', '* suelto *', '*sin cierre', '**', 'a ~ b ~ c'])(
    'leaves “%s” as typed',
    (line) => {
      expect(parseSpans(line)).toEqual([text(line)])
    },
  )
  it('reads a mark beside punctuation and accents', () => {
    expect(parseSpans('(*año*).')).toEqual([text('('), { kind: 'bold', spans: [text('año')] }, text(').')])
  })
  it('keeps addresses whole and leaves the full stop to the sentence', () => {
    expect(parseSpans('ver https://a.mx/x_y_z?q=1.')).toEqual([
      text('ver '),
      { kind: 'link', text: 'https://a.mx/x_y_z?q=1', href: 'https://a.mx/x_y_z?q=1' },
      text('.'),
    ])
    expect(parseSpans('(www.aurora.mx)')[1]).toEqual({
      kind: 'link',
      text: 'www.aurora.mx',
      href: 'https://www.aurora.mx',
    })
    expect(parseSpans('ana@aurora.mx')).toEqual([{ kind: 'link', text: 'ana@aurora.mx', href: 'mailto:ana@aurora.mx' }])
  })
  it('never makes a link of another scheme', () => {
    expect(parseSpans('javascript:alert(1)')).toEqual([text('javascript:alert(1)')])
  })
})

describe('blocks of a message', () => {
  it('groups quotes, lists and lines', () => {
    const blocks = parseMessage('hola\nqué tal\n> cita\n> más\n- uno\n- dos\n3. tres\n4. cuatro')
    expect(blocks.map((block) => block.kind)).toEqual(['lines', 'quote', 'bullets', 'numbers'])
    expect(blocks[3]).toMatchObject({ start: 3, items: [[text('tres')], [text('cuatro')]] })
  })
  it('keeps a mono block to the letter', () => {
    expect(parseMessage('antes\n```\n*a*  b\n```\ndespués')).toEqual([
      { kind: 'lines', spans: [text('antes')] },
      { kind: 'mono', text: '*a*  b' },
      { kind: 'lines', spans: [text('después')] },
    ])
  })
  it('gives the words alone for a preview', () => {
    expect(withoutMarks('*Hola* _Lucía_\n- uno\n- dos')).toBe('Hola Lucía uno dos')
  })
})
