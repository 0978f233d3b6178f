package org.winnow.dfllm.tune;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;

/**
 * Numbers in and out of PyTorch's own memory. Arrays that DJL makes of Java's lie in Java's memory, at places where other
 * instructions compute, with other last digits: what must come out the same each time is copied first.
 */
final class Cells {
    private Cells() {}

    static NDArray of(NDManager manager, float[] values, Shape shape) {
        try (NDArray javas = manager.create(values, shape)) {
            return javas.duplicate();
        }
    }

    static NDArray of(NDManager manager, Tensor tensor) {
        return of(manager, tensor.values(), new Shape(tensor.shape()));
    }

    /**
     * The array times a number. DJL's own product with a number lays it in Java's memory and lets go of it at once, while
     * PyTorch keeps it to compute gradients: a collection of garbage in between makes them of anything.
     */
    static NDArray times(NDArray array, double factor) {
        return array.mul(of(array.getManager(), new float[] {(float) factor}, new Shape(1)));
    }

    static Tensor tensor(NDArray array) {
        return new Tensor(array.getShape().getShape(), array.toFloatArray());
    }

    /** Puts other values in the place of an array's, which stays where it is. */
    static void put(NDArray array, Tensor tensor) {
        try (NDManager arrays = array.getManager().newSubManager()) {
            NDArray place = array.stopGradient();
            place.attach(arrays);
            NDArray values = arrays.create(tensor.values(), array.getShape());
            // To minus zero first, to which anything can be added without a change.
            place.subi(place).muli(-1).addi(values);
        }
    }
}
