/** The components that a lesson may use: the whole list, so that an author needs no imports. */
import AnnotatedSpec from './AnnotatedSpec.astro';
import Aside from './Aside.astro';
import Callout from './Callout.astro';
import CapabilityTable from './CapabilityTable.astro';
import Count from './Count.astro';
import EffectiveTable from './EffectiveTable.astro';
import Lab from './Lab.astro';
import Pair from './Pair.astro';
import Predict from './Predict.astro';
import Quiz from './Quiz.astro';
import SetsFigure from './SetsFigure.astro';
import Verdict from './Verdict.astro';

export const vocabulary = {
  AnnotatedSpec,
  Aside,
  Callout,
  CapabilityTable,
  Count,
  EffectiveTable,
  Lab,
  Pair,
  Predict,
  Quiz,
  SetsFigure,
  Verdict,
};
