using System.Diagnostics.CodeAnalysis;

namespace SearchNews.Lucene.Store;

/// <summary>
/// The room that the bytes of one file, or what is kept of one term, take of a <see cref="MemoryBudget"/>. All who read them refer to it; when the last of them is gone, so are the bytes, and the room is given back.
/// </summary>
/// <param name="budget">Where the room was taken.</param>
/// <param name="length">Bytes.</param>
internal sealed class MemoryLease(MemoryBudget budget, long length)
{
    [SuppressMessage("Design", "MA0055:Do not use finalizer", Justification = "Readers are shared snapshots that nobody disposes of; only the collector knows the last.")]
    ~MemoryLease() => budget.Release(length);
}
