import { useEffect, useRef } from 'react'
import type { Finding } from '#core/template/lint/finding.ts'
import { wordsToSpell } from '#core/template/lint/lint.ts'
import { call } from '../../api/api.ts'
import { builder, learnSpelling, useForm } from '../builder.ts'
import { toBody } from '../model/to-body.ts'

/** Nobody is told of a word while still typing it. */
const PAUSE_MS = 350
/** The linter reads no further in one text. */
const CHARACTERS_MAX = 4_000

/**
 * Asks the server's dictionaries for the words not asked before, away from the typing. The words alone are sent, in
 * lower case, so that an answer holds for every place a word stands in.
 */
export function useSpelling(lineId: string | undefined): void {
  const form = useForm()
  const asked = useRef(new Map<string, Set<string>>())
  useEffect(() => {
    const { language } = form
    const known = asked.current.get(language) ?? new Set<string>()
    if (!asked.current.has(language)) learnSpelling(new Map())
    asked.current.set(language, known)
    const timer = setTimeout(async () => {
      const words = wordsToSpell(toBody(form)).filter((word) => !known.has(word))
      const text = words.join(' ').slice(0, CHARACTERS_MAX)
      if (text === '') return
      const result = await call('lintTemplate', {
        body: { name: 'words', language, category: 'UTILITY', components: [{ type: 'BODY', text }] },
        query: { lineId },
      })
      if (!result.ok || builder().past.present.language !== language) return
      for (const word of words) known.add(word)
      const misspelt = new Map(builder().misspelt)
      for (const { code, span, fix } of result.value.findings as readonly Finding[]) {
        if (code !== 'spelling' || span === null) continue
        misspelt.set(text.slice(span.start, span.end), fix === null ? [] : [fix.text])
      }
      if (misspelt.size > builder().misspelt.size) learnSpelling(misspelt)
    }, PAUSE_MS)
    return () => clearTimeout(timer)
  }, [form, lineId])
}
