using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>
/// A commit between its two phases. Preparing makes all files durable under a name that no reader looks at; finishing renames. The order decides what survives a
/// power cut:
/// <code>
/// prepare: fsync folder; write pending_segments_N, close; fsync it; fsync the files of the commit
/// finish:  rename to segments_N; fsync folder
/// </code>
/// Whoever fails must close its writer and not try again: after a failed fsync nobody knows what is on the disk.
/// </summary>
internal sealed class PendingCommit
{
    private readonly IndexDirectory _directory;
    private readonly string _pendingName;

    private PendingCommit(IndexDirectory directory, SegmentInfos infos)
    {
        _directory = directory;
        Infos = infos;
        _pendingName = IndexFileNames.SegmentsFileName(IndexFileNames.PendingSegments, infos.Generation);
    }

    /// <summary>What is committed.</summary>
    public SegmentInfos Infos { get; }

    /// <summary>The first phase. When it throws, the previous commit is untouched.</summary>
    /// <param name="directory">The index.</param>
    /// <param name="infos">The commit.</param>
    /// <param name="id">16 random bytes.</param>
    /// <param name="durable">Files of the commit that need no fsync any more.</param>
    public static PendingCommit Prepare(IndexDirectory directory, SegmentInfos infos, byte[] id, IReadOnlySet<string> durable)
    {
        var commit = new PendingCommit(directory, infos);
        try
        {
            directory.SyncMetadata();
            SegmentInfosFormat.Write(directory, commit._pendingName, infos, id);
            directory.Sync([commit._pendingName]);
            directory.Sync(infos.Files().Where(f => !durable.Contains(f)));
            return commit;
        }
        catch
        {
            commit.Abort();
            throw;
        }
    }

    /// <summary>The second phase. When it throws, the previous commit is the last one again, as far as the disk obeys.</summary>
    public void Finish()
    {
        try
        {
            _directory.Rename(_pendingName, Infos.FileName);
        }
        catch
        {
            Abort();
            throw;
        }

        try
        {
            _directory.SyncMetadata();
        }
        catch
        {
            TryDelete(Infos.FileName);
            throw;
        }
    }

    /// <summary>Gives the commit up.</summary>
    public void Abort() => TryDelete(_pendingName);

    private void TryDelete(string name)
    {
        try
        {
            _directory.DeleteFile(name);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // It was not there yet, or stays as a leftover; the error that led here matters more.
        }
    }
}
