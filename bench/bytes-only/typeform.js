/** Typeform's embed, as its page tells one to start it. */
import { createWidget } from '@typeform/embed';
import '@typeform/embed/build/css/widget.css';

createWidget('FORM_ID', { container: document.getElementById('quiz') });
