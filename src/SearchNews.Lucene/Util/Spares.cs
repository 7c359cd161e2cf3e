namespace SearchNews.Lucene.Util;

/// <summary>
/// Keeps things that are dear to make between two uses, a few at most, so that using them again costs nothing. Thread-safe: what was taken belongs to the taker until it
/// is given back; what is never given back, as after an error, is forgotten.
/// </summary>
/// <remarks>A slot a processor, chosen by the thread, so that threads seldom meet; the one that comes too late makes its own.</remarks>
internal sealed class Spares<T>
    where T : class
{
    private readonly T?[] _slots = new T?[Environment.ProcessorCount];

    private ref T? Slot => ref _slots[Environment.CurrentManagedThreadId % _slots.Length];

    /// <summary>Takes one; null when there is none.</summary>
    public T? Take() => Slot is null ? null : Interlocked.Exchange(ref Slot, null);

    /// <summary>Gives one back, or a new one.</summary>
    public void Keep(T spare) => Volatile.Write(ref Slot, spare);
}
