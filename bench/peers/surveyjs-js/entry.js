/** The SurveyJS model, shown by the vanilla renderer. */
import { Model } from 'survey-core';
import 'survey-js-ui';
import 'survey-core/survey-core.fontless.min.css';
import { model } from '../../shared/surveyjs-model.mjs';

new Model(model).render(document.getElementById('quiz'));
