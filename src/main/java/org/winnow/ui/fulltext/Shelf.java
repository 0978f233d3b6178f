package org.winnow.ui.fulltext;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Keeps things up to a weight; what was not looked at for longest goes first. */
final class Shelf<K, V> {
    private final long most;
    private final ToLongFunction<V> weight;
    private final Map<K, V> things = new LinkedHashMap<>(16, 0.75f, true);
    private long total;

    /**
     * @param most weight that is kept; one thing is, however heavy
     * @param weight of a thing, for pictures their bytes
     */
    Shelf(long most, ToLongFunction<V> weight) {
        this.most = most;
        this.weight = weight;
    }

    /** What is kept under a name, which thereby is the youngest; null where nothing is. */
    @Nullable
    V get(K key) {
        return things.get(key);
    }

    Set<K> keys() {
        return Set.copyOf(things.keySet());
    }

    boolean has(K key) {
        return things.containsKey(key);
    }

    /**
     * Puts a thing on the shelf.
     *
     * @return the names of those that had to go
     */
    List<K> put(K key, V value) {
        V before = things.put(key, value);
        total += weight.applyAsLong(value) - (before == null ? 0 : weight.applyAsLong(before));
        List<K> gone = new ArrayList<>();
        var oldest = things.entrySet().iterator();
        while (total > most && things.size() - gone.size() > 1 && oldest.hasNext()) {
            Map.Entry<K, V> entry = oldest.next();
            total -= weight.applyAsLong(entry.getValue());
            gone.add(entry.getKey());
        }
        gone.forEach(things::remove);
        return gone;
    }

    long weight() {
        return total;
    }

    void clear() {
        things.clear();
        total = 0;
    }
}
