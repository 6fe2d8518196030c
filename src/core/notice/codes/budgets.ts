import { danger, warning } from '../kind.ts'

/** What Hilo itself tells of the company's budgets: {details} is the budget's name, {from} is spent, {to} its limit. */
export const BUDGET_NOTICES = {
  'budget-warning': warning(
    [
      'Del presupuesto {details} se han gastado {from} de {to}.',
      'Of the budget {details}, {from} of {to} is spent.',
      'Do orçamento {details} foram gastos {from} de {to}.',
    ],
    [
      'Mire en Costos qué lo gasta; el límite se cambia allí.',
      'See in Costs what spends it; the limit is changed there.',
      'Veja em Custos o que o consome; o limite é alterado lá.',
    ],
  ),
  'budget-spent': warning(
    [
      'El presupuesto {details} está gastado: {from} de {to}.',
      'The budget {details} is spent: {from} of {to}.',
      'O orçamento {details} está esgotado: {from} de {to}.',
    ],
    [
      'Nada se detiene por ello; si debe detenerse, cámbielo en Costos.',
      'Nothing stops for it; if it should, change that in Costs.',
      'Nada para por isso; se deve parar, altere em Custos.',
    ],
  ),
  'budget-stopped': danger(
    [
      'El presupuesto {details} está gastado ({from} de {to}): sus envíos están detenidos hasta el mes que viene.',
      'The budget {details} is spent ({from} of {to}): its sending has stopped until next month.',
      'O orçamento {details} está esgotado ({from} de {to}): seus envios estão parados até o próximo mês.',
    ],
    [
      'Suba el límite en Costos si deben seguir saliendo.',
      'Raise the limit in Costs if they should go on.',
      'Aumente o limite em Custos se devem continuar.',
    ],
  ),
}
