/** The SurveyJS model, shown by the React renderer. */
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { Model } from 'survey-core';
import { Survey } from 'survey-react-ui';
import 'survey-core/survey-core.fontless.min.css';
import { model } from '../../shared/surveyjs-model.mjs';

createRoot(document.getElementById('quiz')).render(createElement(Survey, { model: new Model(model) }));
