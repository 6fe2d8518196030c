import { info } from '../kind.ts'

/** What Hilo itself tells of guides to numbers: {to} is whoever was let into a step. */
export const GUIDE_NOTICES = {
  'guide-step-answered': info(
    [
      'En la guía de un número, {to} hizo su parte.',
      'In the guide to a number, {to} did their part.',
      'No guia de um número, {to} fez a sua parte.',
    ],
    [
      'Ábrala en Ajustes → Números para verlo y seguir.',
      'Open it in Settings → Numbers to see it and go on.',
      'Abra-o em Ajustes → Números para ver e continuar.',
    ],
  ),
}
