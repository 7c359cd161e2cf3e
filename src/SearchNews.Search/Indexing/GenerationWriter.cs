using System.Text;
using SearchNews.Articles;
using SearchNews.Lucene.Documents;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing.Manifests;
using SearchNews.Search.Stories;

namespace SearchNews.Search.Indexing;

/// <summary>
/// A generation, open for changes: its writer, and what its last commit knows of the source folder. Needs the <see cref="WriterLock"/> of the index folder
/// when the generation is live. Not thread-safe.
/// </summary>
internal sealed class GenerationWriter : IDisposable
{
    private readonly IndexDirectory _directory;
    private readonly IndexWriterConfig _config;
    private readonly StoryKeeper _stories;
    private IndexWriter? _writer;

    private GenerationWriter(Generation generation, IndexDirectory directory, SegmentInfos? commit, ArticleManifest manifest, IndexWriterConfig config)
    {
        Generation = generation;
        Commit = commit;
        Manifest = manifest;
        _directory = directory;
        _config = config;
        _stories = new StoryKeeper(directory, commit);
    }

    /// <summary>The generation.</summary>
    public Generation Generation { get; }

    /// <summary>Its last commit; null before the first of a new generation.</summary>
    public SegmentInfos? Commit { get; private set; }

    /// <summary>What the last commit knows of the source folder; without usable sizes and times when no manifest could be trusted.</summary>
    public ArticleManifest Manifest { get; }

    /// <summary>The source folder that the last commit names, or null.</summary>
    public string? Source => Commit?.UserData.GetValueOrDefault(ArticleSchema.SourceKey);

    /// <summary>Time spent grouping stories so far.</summary>
    public TimeSpan StoryTime => _stories.Time;

    /// <summary>Bytes of the generation's folder.</summary>
    public long Bytes => _directory.ListAll().Sum(_directory.FileLength);

    // Opened when first needed: an update that finds nothing to do takes no lock and reads no segment.
    private IndexWriter Writer => _writer ??= new IndexWriter(_directory, _config);

    /// <summary>Opens a complete generation.</summary>
    /// <exception cref="BackendUnavailableException">It was written with another schema.</exception>
    /// <exception cref="CorruptIndexException">It is damaged.</exception>
    public static GenerationWriter Open(GenerationStore store, Generation generation)
    {
        IndexDirectory directory = store.OpenDirectory(generation);
        try
        {
            SegmentInfos commit = SegmentInfos.ReadLatest(directory);
            ArticleSchema.Check(commit.UserData, generation.Name);
            ArticleManifest manifest = ArticleManifest.Load(directory, commit) ?? ReadRecords(directory);
            return new GenerationWriter(generation, directory, commit, manifest, ArticleSchema.WriterConfig with { OpenMode = OpenMode.Append });
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    /// <summary>Opens the empty folder of a new generation.</summary>
    /// <param name="store">Where it is.</param>
    /// <param name="generation">The generation.</param>
    /// <param name="ramBufferBytes">Memory for postings before a segment is flushed, in bytes.</param>
    public static GenerationWriter Create(GenerationStore store, Generation generation, long ramBufferBytes) =>
        new(generation, store.OpenDirectory(generation), commit: null, new ArticleManifest(), ArticleSchema.WriterConfig with
        {
            RamBufferBytes = ramBufferBytes,

            // One merge at the end instead of many on the way: less work, and equal folders give equal indexes.
            MergeAutomatically = false,
            UseCompoundFile = false,
        });

    /// <summary>Opens the writer, for a caller that waits for something else meanwhile.</summary>
    public void Prepare() => _ = Writer;

    /// <summary>Adds an article, in the place of the one that has its id.</summary>
    /// <param name="article">The article.</param>
    /// <param name="replaces">Whether one of its id is there.</param>
    /// <exception cref="InvalidDocumentException">It cannot be indexed; the index is as before.</exception>
    public void Put(Article article, bool replaces) => Put(article, ArticleMapper.Map(article, ArticleRecord.Of(article)), replaces);

    /// <summary>Adds an article whose document is there already.</summary>
    /// <inheritdoc cref="Put(Article, bool)"/>
    public void Put(Article article, Document document, bool replaces)
    {
        _stories.Touch(Writer, article.Id, article.PublishedAt);
        if (replaces) Writer.UpdateDocument(TermOf(article.Id), document);
        else Writer.AddDocument(document);
    }

    /// <summary>Takes an article out.</summary>
    public void Delete(string id)
    {
        _stories.Touch(Writer, id, publishedAt: null);
        Writer.DeleteDocuments(TermOf(id));
    }

    /// <summary>Writes what is in memory as a segment, without making it durable.</summary>
    public void Flush() => _writer?.Flush();

    /// <summary>Merges everything into one segment, and groups the stories of a new generation meanwhile: they depend on the articles, not on where these stand. Not durable before <see cref="CommitChanges"/>.</summary>
    public void MergeAll()
    {
        _stories.Begin(Writer);
        Writer.ForceMerge(1);
    }

    /// <summary>Makes everything since the last commit durable, with the stories of it; <see cref="Manifest"/> is to be told of it next.</summary>
    /// <param name="source">The source folder.</param>
    /// <param name="now">The time of the commit.</param>
    public void CommitChanges(string source, DateTimeOffset now)
    {
        string stories = _stories.Write(Writer);
        Writer.CommitUserData = Commit is null ? ArticleSchema.Describe(source, now, stories) : ArticleSchema.Describe(Commit.UserData, source, now, stories);
        Manifest.Invalidate();
        Writer.Commit();
        Commit = SegmentInfos.ReadLatest(_directory);
        _stories.Committed();
    }

    /// <summary>Waits for the merges that the last commit made due, and makes them durable: for a process that ends soon, since merges that nobody waits for are lost.</summary>
    public void FinishMerges()
    {
        if (_writer is null) return;
        _writer.WaitForMerges();
        if (_writer.Commit() != Commit?.Generation) Commit = SegmentInfos.ReadLatest(_directory);
    }

    /// <summary>Writes the manifest beside the commit it belongs to, if it is not there yet.</summary>
    public void SaveManifest()
    {
        if (Commit is not null) Manifest.Save(_directory, Commit);
    }

    /// <summary>Reads back every byte of the last commit.</summary>
    /// <param name="articles">How many articles it has.</param>
    /// <exception cref="CorruptIndexException">It is not what was written.</exception>
    public void Verify(int articles)
    {
        DirectoryReader reader = DirectoryReader.Open(_directory);
        if (reader.NumDocs != articles) throw new CorruptIndexException($"{reader.NumDocs} articles can be read back, {articles} were written", Generation.Name, 0);
        IndexVerifier.Verify(reader);
        StoryVerifier.Verify(_directory, reader);
    }

    /// <summary>Drops everything since the last commit.</summary>
    public void Rollback()
    {
        _writer?.Dispose();
        _writer = null;
        _stories.Rollback();
    }

    /// <summary>Closes; what was not committed is dropped.</summary>
    public void Dispose()
    {
        Rollback();
        _directory.Dispose();
    }

    private static Term TermOf(string id) => new(ArticleFields.Id, Encoding.UTF8.GetBytes(id));

    /// <summary>The way without a manifest: ids and hashes from the stored records. All times are unsure, so that every file is read and compared once.</summary>
    private static ArticleManifest ReadRecords(IndexDirectory directory)
    {
        var entries = new ManifestTable();
        DirectoryReader reader = DirectoryReader.Open(directory);
        var visitor = new RecordVisitor();
        foreach (LeafReaderContext leaf in reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[doc]) continue;
                leaf.Reader.VisitDocument(doc, visitor);
                ArticleRecord record = visitor.Take() ?? throw new CorruptIndexException($"document {leaf.DocBase + doc} has no field '{ArticleFields.Source}'", ArticleFields.Source, doc);
                entries.Set(new ManifestEntry(record.Id + ".md", 0, ManifestEntry.Unsure, ContentHash.Of(record.Hash), ArticleOutcome.Indexed, null));
            }
        }

        return new ArticleManifest(entries, default);
    }
}
