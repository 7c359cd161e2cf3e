using System.Globalization;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;

namespace SearchNews.Lucene.Tests.Index.Life;

/// <summary>A short life of a writer on an index of three segments, told step by step what would be right, until it ends or the disk fails.</summary>
internal sealed class FaultScenario
{
    private static readonly Lazy<MemoryDirectory> Start = new(WriteStart);

    private readonly SortedDictionary<string, int> _now = new(StringComparer.Ordinal);
    private readonly IndexWriter _writer;

    private FaultScenario(IndexDirectory directory, Progress progress, Action<FaultScenario> steps, IndexWriterConfig config)
    {
        Reached = progress;
        for (int i = 0; i < 6; i++) _now[$"{i}"] = 0;
        progress.Acknowledged = progress.Attempted = State;
        using (_writer = new IndexWriter(directory, config)) steps(this);
    }

    /// <summary>What a reader must find of commits.</summary>
    public Progress Reached { get; }

    private string State => string.Join(' ', _now.Select(p => $"{p.Key}={p.Value}"));

    /// <summary>Puts the index to start from into a directory, durably.</summary>
    public static void Prepare(IndexDirectory directory)
    {
        foreach (string file in Start.Value.ListAll())
        {
            using IndexOutput output = directory.CreateOutput(file);
            output.WriteBytes(Damage.BytesOf(Start.Value, file));
        }

        directory.Sync(directory.ListAll());
        directory.SyncMetadata();
    }

    /// <summary>Runs the steps as far as the disk lets them.</summary>
    public static Progress Run(IndexDirectory directory, Action<FaultScenario> steps, bool merge = false)
    {
        Progress progress = new();
        try
        {
            _ = new FaultScenario(directory, progress, steps, new IndexWriterConfig { IdSeed = 1, MergeAutomatically = merge, SegmentsPerTier = 2 });
        }
        catch (Exception e) when (e is IOException or InvalidOperationException { InnerException: IOException })
        {
            // The fault, or the cut; or the error that says that it came before.
        }

        return progress;
    }

    /// <summary>The state of the last commit, everything read; "" when there is no index.</summary>
    public static string StateOf(IndexDirectory directory)
    {
        DirectoryReader reader = DirectoryReader.Open(directory);
        IndexVerifier.Verify(reader, TestContext.Current.CancellationToken);
        return StateOf(reader);
    }

    public void Delete(params string[] ids)
    {
        _writer.DeleteDocuments(Array.ConvertAll(ids, id => new Term("id", id)));
        foreach (string id in ids) _now.Remove(id);
    }

    public void Update(string id)
    {
        int version = _now.GetValueOrDefault(id) + 1;
        _writer.UpdateDocument(new Term("id", id), Document(id, version));
        _now[id] = version;
    }

    public void Flush()
    {
        _writer.Flush();

        // One thread at a time, so that each run makes the same calls.
        _writer.WaitForMerges();
    }

    public void Merge() => _writer.ForceMerge(1);

    public void ShouldBeSeen() => StateOf(DirectoryReader.Open(_writer)).ShouldBe(State);

    public void Commit()
    {
        Reached.Attempted = State;
        _writer.Commit();
        Reached.Acknowledged = State;
        _writer.WaitForMerges();
    }

    private static string StateOf(DirectoryReader reader)
    {
        string[] states = [.. LiveIds.Of(reader).Zip(LiveIds.Of(reader, "version"), (id, version) => $"{id}={version}").Order(StringComparer.Ordinal)];
        return string.Join(' ', states);
    }

    private static Document Document(string id, int version) => new()
    {
        new StringField("id", id, stored: true),
        new StringField("version", version.ToString(CultureInfo.InvariantCulture), stored: true),
    };

    private static MemoryDirectory WriteStart()
    {
        MemoryDirectory directory = new();
        for (int segment = 0; segment < 3; segment++)
        {
            using IndexWriter writer = new(directory, new IndexWriterConfig { IdSeed = segment, MergeAutomatically = false, UseCompoundFile = segment != 1 });
            for (int i = 0; i < 2; i++) writer.AddDocument(Document($"{(2 * segment) + i}", 0));
            writer.Commit();
        }

        return directory;
    }

    /// <summary>What was committed for certain, and what the commit under way would make of it.</summary>
    internal sealed class Progress
    {
        public string Acknowledged { get; set; } = "";

        public string Attempted { get; set; } = "";
    }
}
