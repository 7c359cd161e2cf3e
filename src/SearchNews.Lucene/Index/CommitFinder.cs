using System.Diagnostics.CodeAnalysis;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Index;

/// <summary>Finds the last commit of a directory that a writer may be changing at the same time.</summary>
internal static class CommitFinder
{
    /// <summary>The greatest N among <c>segments_N</c>, or -1.</summary>
    public static long LatestGeneration(IEnumerable<string> names)
    {
        long latest = -1;
        foreach (string name in names)
        {
            if (IndexFileNames.TryParseGeneration(IndexFileNames.Segments, name, out long generation)) latest = Math.Max(latest, generation);
        }

        return latest;
    }

    /// <summary>
    /// Reads the last commit and hands it to <paramref name="open"/>. A writer deletes the files of a commit once there is a newer one; so an error is final only
    /// when no newer commit has come meanwhile, else that one is tried. Terminates, as N grows with each try.
    /// </summary>
    public static T ReadLatest<T>(IndexDirectory directory, Func<SegmentInfos, T> open)
    {
        IOException? failure = null;
        long tried = -1;
        while (true)
        {
            long generation = LatestGeneration(directory.ListAll());
            if (generation <= tried) Rethrow(failure, directory);
            tried = generation;
            try
            {
                return open(SegmentInfosFormat.Read(directory, generation));
            }
            catch (IOException e)
            {
                failure = e;
            }
        }
    }

    [DoesNotReturn]
    private static void Rethrow(IOException? failure, IndexDirectory directory)
    {
        if (failure is not null) System.Runtime.ExceptionServices.ExceptionDispatchInfo.Throw(failure);
        IReadOnlyList<string> files = directory.ListAll();
        throw new IndexNotFoundException($"There is no index: no segments_N file among the {files.Count} files{(files.Count == 0 ? "" : $" ({string.Join(", ", files.Take(5))} ...)")}.");
    }
}
