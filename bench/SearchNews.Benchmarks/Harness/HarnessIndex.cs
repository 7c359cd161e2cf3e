using System.Diagnostics;
using System.Globalization;
using SearchNews.Lucene.Analysis.English;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Benchmarks.Harness;

/// <summary>Indexes a file of articles, one JSON object a line, and prints how long that took and how many bytes it made.</summary>
internal static class HarnessIndex
{
    /// <summary>Builds an index.</summary>
    /// <param name="file">The articles.</param>
    /// <param name="folder">Receives the index; what is there is replaced.</param>
    /// <param name="threads">Threads that index, beside the one that reads.</param>
    /// <param name="merge">Whether to merge to one segment.</param>
    public static void Build(string file, string folder, int threads, bool merge)
    {
        Directory.CreateDirectory(folder);
        var config = new IndexWriterConfig { Analyzer = new EnglishAnalyzer(), RamBufferBytes = 64L << 20, OpenMode = OpenMode.Create, UseCompoundFile = false };
        using var directory = new FileSystemDirectory(folder);
        long started = Stopwatch.GetTimestamp();
        int count = 0;
        using (var writer = new IndexWriter(directory, config))
        {
            using var batches = new LineBatches(file);
            var adding = new Task[threads];
            for (int i = 0; i < threads; i++)
            {
                adding[i] = Task.Factory.StartNew(
                    () =>
                    {
                        foreach (ArraySegment<byte> batch in batches.Take()) Interlocked.Add(ref count, Add(writer, batch));
                    },
                    CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default);
            }

            Task.WaitAll(adding);
            double added = Stopwatch.GetElapsedTime(started).TotalSeconds;
            if (merge) writer.ForceMerge(1);
            writer.Commit();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"index docs={count} threads={threads} add={added:0.0}s ({count / added:0} docs/s) total={Stopwatch.GetElapsedTime(started).TotalSeconds:0.0}s"));
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"index bytes={new DirectoryInfo(folder).EnumerateFiles().Sum(f => f.Length)}"));
    }

    private static int Add(IndexWriter writer, ReadOnlySpan<byte> lines)
    {
        int count = 0;
        while (!lines.IsEmpty)
        {
            int end = lines.IndexOf((byte)'\n');
            writer.AddDocument(HarnessDocument.Read(end < 0 ? lines : lines[..end]));
            count++;
            lines = end < 0 ? [] : lines[(end + 1)..];
        }

        return count;
    }
}
