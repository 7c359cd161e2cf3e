namespace SearchNews.Search.Indexing;

/// <summary>
/// What a stage of a build had in memory and the next has no use for: postings that were written, segments that were merged or verified, each as large as the index. The collector sees no reason to look for it
/// as long as the machine has memory free, and by then the next stage has read as much again; so it is told between stages.
/// </summary>
/// <param name="isAlone">Whether nobody waits for the process meanwhile: then all is given back before the next stage begins, else beside it.</param>
internal sealed class SpentMemory(bool isAlone)
{
    // About what 15,000 articles take. For less the collector need not be asked.
    private const long SmallBytes = 16L << 20;

    /// <summary>A stage is over.</summary>
    /// <param name="bytes">How large the index is.</param>
    public void Release(long bytes)
    {
        if (bytes < SmallBytes) return;
        if (isAlone) GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
        else GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: false);
    }
}
