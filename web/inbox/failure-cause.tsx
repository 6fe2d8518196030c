import { useLingui } from '@lingui/react/macro'
import { languageOf } from '#base/language.ts'
import { explainProblem } from '#core/problem/explain.ts'

/** Why the last message did not arrive, in a sentence. */
export default function FailureCause({ code }: { readonly code: string }) {
  const { i18n } = useLingui()
  return explainProblem(code, languageOf(i18n.locale)).cause
}
