import { Trans, useLingui } from '@lingui/react/macro'
import { type FormEvent, useState } from 'react'
import type { ProblemView } from '#contract/views.ts'
import { chooseLocale, LOCALE_NAMES, LOCALES } from '../i18n/i18n.ts'
import { Button } from '../kit/button.tsx'
import { cx } from '../kit/cx.ts'
import { Field } from '../kit/field.tsx'
import { SecretField } from '../kit/secret-field.tsx'
import { Brand } from '../shell/brand.tsx'
import { signIn } from './session.ts'
import { SignInPicture } from './sign-in-picture.tsx'

export default function SignInPage() {
  const { t, i18n } = useLingui()
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<ProblemView | null>(null)

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    setBusy(true)
    setProblem(await signIn(String(form.get('email')).trim(), String(form.get('password'))))
    setBusy(false)
  }

  return (
    <div className="flex h-full overflow-auto bg-surface">
      <div className="flex min-h-full w-full flex-col px-8 py-8 md:w-[46%] md:min-w-105 md:px-14">
        <div className="flex items-center gap-2.5 text-lg font-semibold">
          <Brand />
          Hilo
        </div>
        <form onSubmit={(event) => void submit(event)} className="m-auto flex w-full max-w-85 flex-col gap-4 py-10">
          <div className="mb-2">
            <h1 className="text-2xl font-[620] tracking-[-0.015em] text-balance">
              <Trans>Buenas. Sus clientes ya están escribiendo.</Trans>
            </h1>
            <p className="mt-2 text-md text-text-2">
              <Trans>Entre con el correo y la contraseña de su puesto.</Trans>
            </p>
          </div>
          <Field
            label={t`Correo`}
            name="email"
            type="email"
            autoComplete="username"
            required
            autoFocus
            testId="sign-in-email"
          />
          <SecretField
            label={t`Contraseña`}
            name="password"
            autoComplete="current-password"
            required
            testId="sign-in-password"
          />
          {problem && (
            <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-sm font-medium text-danger">
              <Words problem={problem} />
            </p>
          )}
          <Button
            type="submit"
            look="primary"
            isDisabled={busy}
            className="h-10! text-md!"
            data-testid="sign-in-submit"
          >
            {busy ? <Trans>Entrando…</Trans> : <Trans>Entrar</Trans>}
          </Button>
        </form>
        <div className="flex gap-4 text-xs text-text-3">
          {LOCALES.map((locale) => (
            <button
              key={locale}
              type="button"
              lang={locale}
              onClick={() => void chooseLocale(locale)}
              className={cx(
                'min-h-6 rounded-sm',
                i18n.locale === locale ? 'font-semibold text-text' : 'hover:text-text',
              )}
            >
              {LOCALE_NAMES[locale]}
            </button>
          ))}
        </div>
      </div>
      <SignInPicture />
    </div>
  )
}

function Words({ problem }: { readonly problem: ProblemView }) {
  switch (problem.code) {
    case 'wrong-credentials':
      return <Trans>El correo o la contraseña no coinciden. Revise que no haya espacios ni mayúsculas de más.</Trans>
    case 'too-many-attempts':
      return <Trans>Demasiados intentos seguidos. Espere un minuto y pruebe otra vez.</Trans>
    case 'unavailable':
      return <Trans>El servidor no responde. Pruebe de nuevo en unos segundos.</Trans>
    default:
      return problem.detail || problem.title
  }
}
