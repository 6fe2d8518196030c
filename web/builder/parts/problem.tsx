import { useChecked } from '../use-built.ts'
import { useMisfitWords } from '../use-misfit-words.ts'

/** What is wrong with a part that is no single field: how many there are, or what they add up to. */
export function Problem({ field }: { readonly field: string }) {
  const { misfit } = useChecked()
  const words = useMisfitWords()
  const wrong = misfit(field)
  return (
    wrong && (
      <p role="alert" data-invalid className="text-xs font-medium text-danger">
        {words(wrong)}
      </p>
    )
  )
}
