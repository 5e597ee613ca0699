/**
 * A widget and what it shows.
 */
export class Handle {
    /**
     * Applies what the reader did: `next`, `back`, or a choice for the statement at this index,
     * whose `value` is an `agreement` (0 for don't know) or a `certainty` (0 for the lowest
     * level). `elapse` says that the pause after a tap is over; `statement` is then the number of
     * the tap. Returns the effects.
     * @param {string} name
     * @param {number} statement
     * @param {number} value
     * @param {boolean} tapped
     * @returns {any}
     */
    act(name, statement, value, tapped) {
        const val2 = +statement;
        const val3 = +value;
        const val4 = +tapped;
        const ptr0 = passStringToWasm0(name);
        const len0 = WASM_VECTOR_LEN;
        const ret = wasm.handle_act(this.__wbg_ptr, ptr0, len0, val2, val3, val4);
        return takeObject(ret);
    }
    /**
     * Continues in `root` with `nodes`, an array in document order of nodes that show the same as
     * this handle's own.
     * @param {Element} root
     * @param {any} nodes
     */
    adopt(root, nodes) {
        wasm.handle_adopt(this.__wbg_ptr, addHeapObject(root), addHeapObject(nodes));
    }
    /**
     * The answers, as an object.
     * @returns {any}
     */
    answers() {
        const ret = wasm.handle_answers(this.__wbg_ptr);
        return takeObject(ret);
    }
    /**
     * A checksum that is equal for two handles that show the same.
     * @returns {number}
     */
    digest() {
        const ret = wasm.handle_digest(this.__wbg_ptr);
        return ret;
    }
    /**
     * Shows a questionnaire in `root`, an empty element.
     *
     * `options` is an object with `{ questionnaire, tap, notice, isLimited }`, with the properties
     * that [`options::read`] reads, and with those of the saved state that
     * [`crate::widget::Widget::recall`] reads. `notice` is the one of the handle that this one
     * replaces.
     *
     * # Errors
     *
     * Throws `{ code, problems }` if the questionnaire cannot be used. Saved answers that do not
     * fit it are dropped.
     * @param {Element} root
     * @param {any} options
     */
    constructor(root, options) {
        try {
            const retptr = wasm.__wbindgen_add_to_stack_pointer(-16);
            wasm.handle_new(retptr, addHeapObject(root), addHeapObject(options));
            var r0 = getDataViewMemory0().getInt32(retptr + 4 * 0, true);
            var r1 = getDataViewMemory0().getInt32(retptr + 4 * 1, true);
            var r2 = getDataViewMemory0().getInt32(retptr + 4 * 2, true);
            if (r2) {
                throw takeObject(r1);
            }
            this.__wbg_ptr = r0;
            HandleFinalization.register(this, this.__wbg_ptr, this);
            return this;
        } finally {
            wasm.__wbindgen_add_to_stack_pointer(16);
        }
    }
    /**
     * Our nodes on the page, as an array in document order.
     * @returns {any}
     */
    nodes() {
        const ret = wasm.handle_nodes(this.__wbg_ptr);
        return takeObject(ret);
    }
    /**
     * Why the reader is asked again: 0 for no reason, 1 if the saved answers belong to another
     * shape and were dropped, 2 if some statements are worded differently now.
     * @returns {number}
     */
    notice() {
        const ret = wasm.handle_notice(this.__wbg_ptr);
        return ret;
    }
    /**
     * Replaces the answers. Returns the effects. If an answer does not fit its statement, changes
     * nothing and returns `{ code, problems }` instead; throwing would cost more bytes than the
     * check in the shim.
     * @param {any} answers
     * @returns {any}
     */
    replace(answers) {
        const ret = wasm.handle_replace(this.__wbg_ptr, addHeapObject(answers));
        return takeObject(ret);
    }
    /**
     * The scorecard as an object; null before the reader has reached it.
     * @returns {any}
     */
    scorecard() {
        const ret = wasm.handle_scorecard(this.__wbg_ptr);
        return takeObject(ret);
    }
}
function __wbg_get_imports() {
    const import0 = {
        __wbg___wbindgen_is_object_8b968c3ab8e96595: (arg0) => {
            const val = getObject(arg0);
            return typeof(val) === 'object' && val !== null;
        },
        __wbg___wbindgen_is_string_fc456fee5d3317de: (arg0) => {
            return typeof(getObject(arg0)) === 'string';
        },
        __wbg___wbindgen_number_get_934b640d0889af78: (arg0, arg1) => {
            const obj = getObject(arg1);
            const ret = typeof(obj) === 'number' ? obj : undefined;
            getDataViewMemory0().setFloat64((arg0) + 8 * 1, isLikeNone(ret) ? 0 : ret, true);
            getDataViewMemory0().setInt32((arg0) + 4 * 0, !isLikeNone(ret), true);
        },
        __wbg___wbindgen_rethrow_d953c34c2e20677f: (arg0) => {
            throw takeObject(arg0);
        },
        __wbg___wbindgen_string_get_7ce8eee7fd327545: (arg0, arg1) => {
            const obj = getObject(arg1);
            const ret = typeof(obj) === 'string' ? obj : undefined;
            var ptr1 = isLikeNone(ret) ? 0 : passStringToWasm0(ret);
            var len1 = WASM_VECTOR_LEN;
            getDataViewMemory0().setInt32((arg0) + 4 * 1, len1, true);
            getDataViewMemory0().setInt32((arg0) + 4 * 0, ptr1, true);
        },
        __wbg___wbindgen_throw_4c88d8bf264fd984: (arg0, arg1) => {
            throw Error();
        },
        __wbg_appendChild_dbf7ad2f48413560: (arg0, arg1) => {
            return addHeapObject(getObject(arg0).appendChild(getObject(arg1)));
        },
        __wbg_at_f973d233c8190c0e: (arg0, arg1, arg2) => {
            return addHeapObject(getObject(arg0)[getStringFromWasm0(arg1, arg2)]);
        },
        __wbg_category_c35a3e6caba06465: (arg0, arg1) => {
            return getObject(arg0).category(arg1);
        },
        __wbg_contains_743aa7c94499c269: (arg0, arg1) => {
            return getObject(arg0).contains(getObject(arg1));
        },
        __wbg_createElementNS_2f7464180077e8e4: (arg0, arg1, arg2, arg3, arg4) => {
            return addHeapObject(getObject(arg0).createElementNS(arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4)));
        },
        __wbg_createTextNode_2b48c3fc75dfcc67: (arg0, arg1, arg2) => {
            return addHeapObject(getObject(arg0).createTextNode(getStringFromWasm0(arg1, arg2)));
        },
        __wbg_defineProperty_a5a9526e5e4e6fd7: (arg0, arg1, arg2) => {
            return addHeapObject(Object.defineProperty(getObject(arg0), getObject(arg1), getObject(arg2)));
        },
        __wbg_firstChild_8ba00f6fe3423297: (arg0) => {
            const ret = getObject(arg0).firstChild;
            return isLikeNone(ret) ? 0 : addHeapObject(ret);
        },
        __wbg_get_d7176cfb76d71114: (arg0, arg1) => {
            return addHeapObject(getObject(arg0)[arg1]);
        },
        __wbg_insertBefore_10ab0c19b463c12b: (arg0, arg1, arg2) => {
            return addHeapObject(getObject(arg0).insertBefore(getObject(arg1), getObject(arg2)));
        },
        __wbg_isArray_181eee9e42397260: (arg0) => {
            return Array.isArray(getObject(arg0));
        },
        __wbg_is_2248ff2b575d60c7: (arg0, arg1) => {
            return Object.is(getObject(arg0), getObject(arg1));
        },
        __wbg_keys_105f5c0857898f84: (arg0) => {
            return addHeapObject(Object.keys(getObject(arg0)));
        },
        __wbg_length_b03a0fabb109b1e9: (arg0) => {
            return getObject(arg0).length;
        },
        __wbg_new_37eb45aaf5eeb820: () => {
            return addHeapObject(new Array());
        },
        __wbg_new_cd4348290afae586: () => {
            return addHeapObject(new Object());
        },
        __wbg_nextSibling_91136dc7a8ec9b09: (arg0) => {
            const ret = getObject(arg0).nextSibling;
            return isLikeNone(ret) ? 0 : addHeapObject(ret);
        },
        __wbg_ownerDocument_adefd47fd596fe80: (arg0) => {
            const ret = getObject(arg0).ownerDocument;
            return isLikeNone(ret) ? 0 : addHeapObject(ret);
        },
        __wbg_parentNode_fe15bcc26df42856: (arg0) => {
            const ret = getObject(arg0).parentNode;
            return isLikeNone(ret) ? 0 : addHeapObject(ret);
        },
        __wbg_push_c9f4893fc209f768: (arg0, arg1) => {
            return getObject(arg0).push(getObject(arg1));
        },
        __wbg_put_c6968e33b5a683e5: (arg0, arg1, arg2, arg3) => {
            getObject(arg0)[getStringFromWasm0(arg1, arg2)] = getObject(arg3);
        },
        __wbg_removeAttribute_735f25a801a701e1: (arg0, arg1, arg2) => {
            getObject(arg0).removeAttribute(getStringFromWasm0(arg1, arg2));
        },
        __wbg_remove_8228e91d7ddbc755: (arg0) => {
            getObject(arg0).remove();
        },
        __wbg_setAttribute_f75317b2b5cabfb4: (arg0, arg1, arg2, arg3, arg4) => {
            getObject(arg0).setAttribute(getStringFromWasm0(arg1, arg2), getStringFromWasm0(arg3, arg4));
        },
        __wbg_set_checked_91ac4f7dd0263c1a: (arg0, arg1) => {
            getObject(arg0).checked = arg1 !== 0;
        },
        __wbg_set_nodeValue_7e9217115013d873: (arg0, arg1, arg2) => {
            getObject(arg0).nodeValue = arg1 === 0 ? undefined : getStringFromWasm0(arg1, arg2);
        },
        __wbindgen_generic_0000000000000001: (arg0) => {
            // Cast intrinsic for `F64 -> Externref`.
            return addHeapObject(arg0);
        },
        __wbindgen_generic_0000000000000002: (arg0, arg1) => {
            // Cast intrinsic for `Ref(String) -> Externref`.
            return addHeapObject(getStringFromWasm0(arg0, arg1));
        },
        __wbindgen_object_clone_ref: (arg0) => {
            return addHeapObject(getObject(arg0));
        },
        __wbindgen_object_drop_ref: (arg0) => {
            takeObject(arg0);
        },
    };
    return {
        "./glue_bg.js": import0,
    };
}

let HandleFinalization;
function addHeapObject(obj) {
    if (heap_next === heap.length) heap.push(heap.length + 1);
    const idx = heap_next;
    heap_next = heap[idx];

    heap[idx] = obj;
    return idx;
}

function dropObject(idx) {
    if (idx < 1028) return;
    heap[idx] = heap_next;
    heap_next = idx;
}

let cachedDataViewMemory0;
function getDataViewMemory0() {
    if (cachedDataViewMemory0?.buffer !== wasm.memory.buffer) cachedDataViewMemory0 = new DataView(wasm.memory.buffer);
    return cachedDataViewMemory0;
}

function getStringFromWasm0(ptr, len) {
    return cachedTextDecoder.decode(new Uint8Array(wasm.memory.buffer, ptr, len));
}

const getUint8ArrayMemory0 = () => {
    return new Uint8Array(wasm.memory.buffer);
}

function getObject(idx) { return heap[idx]; }

let heap = new Array(1024).fill(undefined);
heap.push(undefined, null, true, false);

let heap_next = heap.length;
const HEAP_START = heap_next;

function isLikeNone(x) {
    return x === undefined || x === null;
}

function passStringToWasm0(arg) {
    const buf = cachedTextEncoder.encode(arg);
    const ptr = wasm.__wbindgen_malloc(buf.length, 1) >>> 0;
    getUint8ArrayMemory0().set(buf, ptr);
    WASM_VECTOR_LEN = buf.length;
    return ptr;
}
function takeObject(idx) {
    const ret = getObject(idx);
    dropObject(idx);
    return ret;
}

const cachedTextDecoder = new TextDecoder('utf-8', { ignoreBOM: true });
const cachedTextEncoder = new TextEncoder();

let WASM_VECTOR_LEN = 0;

let wasm;
export function instantiate(make) {
    heap.length = heap_next = HEAP_START;
    HandleFinalization = new FinalizationRegistry((ptr) => wasm.__wbg_handle_free(ptr, 1));
    wasm = make(__wbg_get_imports());
}
