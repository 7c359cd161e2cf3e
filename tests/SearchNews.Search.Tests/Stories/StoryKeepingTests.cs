using SearchNews.Articles;
using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Stories;
using SearchNews.Search.Tests.Indexing;

namespace SearchNews.Search.Tests.Stories;

/// <summary>The stories of an index after rebuilds and updates, and what happens when their files are damaged or missing.</summary>
public sealed class StoryKeepingTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly RealArticles _real;
    private readonly string _source;
    private readonly GenerationStore _store;

    public StoryKeepingTests(RealArticles real)
    {
        _real = real;
        _source = _folder.CreateFolder("source");
        _store = new GenerationStore(_folder.Combine("index"));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Update_RandomEditsOfAFolder_StoriesAreThoseOfGroupingEverythingUnderTheSameTable()
    {
        int stories = 0;
        for (int round = 0; round < 3; round++)
        {
            Random random = Seeds.Random(round);
            var folder = new RandomFolder(_folder.CreateFolder($"source{round}"), random);
            var store = new GenerationStore(_folder.Combine($"index{round}"));
            folder.Fill(80);
            new IndexBuilder(store).Build(folder.Root, cancellationToken: TestContext.Current.CancellationToken);
            StemTable table = TableOf(store);
            for (int batch = 0; batch < 8; batch++)
            {
                string[] edits = [.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => folder.Edit())];
                new IndexUpdater(store, new UpdateOptions { AllowShrink = true, AllowSkips = true }).Update(cancellationToken: TestContext.Current.CancellationToken);
                string[] kept = StoriesOf(store);
                kept.ShouldBe(Grouped(store, table), $"round {round}, batch {batch}: {string.Join("; ", edits)}");
                stories += kept.Length;
            }
        }

        stories.ShouldBeGreaterThan(100, "too few stories; this test proves little");
    }

    [Fact]
    public void Build_FolderThatChangesMeanwhile_StoriesHaveWhatCameLater()
    {
        Write("a", "Comet over the glacier", 1);
        Write("n1", "Something else entirely", 1);
        Write("n2", "Nothing like that at all", 1);
        int steps = 0;
        new IndexBuilder(_store).Build(_source, progress =>
        {
            if (progress.Stage == BuildStage.Verifying && steps++ == 0) Write("b", "Comet over the glacier", 2);
        });
        StoriesOf(_store).ShouldBe(["a b"]);
    }

    [Fact]
    public void Write_Commit_KeepsTheStoriesOfTheOneBeforeAndNoOlder()
    {
        Write("a", "Comet over the glacier", 1);
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        for (int i = 0; i < 4; i++)
        {
            Write($"b{i}", "Comet over the glacier", 1);
            Update();
        }

        StoriesOf(_store).ShouldBe(["a b0 b1 b2 b3"]);
        Files().Where(f => f.StartsWith("stories", StringComparison.Ordinal)).ShouldBe(["stories.stems", "stories_4", "stories_5"]);
        ArticleSnapshot.Open(_store.FindLive()!).UserData[StoryFiles.Key].ShouldBe("stories_5");
    }

    [Fact]
    public void Write_LeftoverOfACrash_IsNotInTheWay()
    {
        Write("a", "Comet over the glacier", 1);
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        File.WriteAllText(PathOf("stories_2"), "half a fi");
        Write("b", "Comet over the glacier", 1);
        Update();
        StoriesOf(_store).ShouldBe(["a b"]);
        Files().ShouldNotContain("stories_2");
    }

    [Fact]
    public void Update_NothingOfStoriesChanged_NamesTheSameFile()
    {
        Write("a", "Comet over the glacier", 1);
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        string other = _folder.CreateFolder("other");
        File.Copy(Path.Combine(_source, "a.md"), Path.Combine(other, "a.md"));
        new IndexUpdater(_store).Update(other, cancellationToken: TestContext.Current.CancellationToken);
        ArticleSnapshot.Open(_store.FindLive()!).UserData[StoryFiles.Key].ShouldBe("stories_1");
    }

    [Fact]
    public void OpenIfChanged_StoriesDeletedMeanwhile_TakesTheNewerCommit()
    {
        Write("a", "Comet over the glacier", 1);
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        ArticleSnapshot first = ArticleSnapshot.Open(_store.FindLive()!);
        Write("b", "Comet over the glacier", 1);
        Update();
        File.Move(PathOf("stories_2"), PathOf("kept"));

        // The commit that is last now lacks its file: damage, as long as there is no newer one.
        Should.Throw<FileNotFoundException>(() => first.OpenIfChanged());
        File.Move(PathOf("kept"), PathOf("stories_2"));
        first.OpenIfChanged()!.Stories.Numbered.ShouldBe(1);
        first.Stories.Numbered.ShouldBe(0);
    }

    [Fact]
    public void Open_AnyByteOfTheStoriesWrong_IsNamedDamage()
    {
        WriteStories();
        byte[] sound = File.ReadAllBytes(PathOf("stories_1"));
        for (int at = 0; at < sound.Length; at++)
        {
            byte[] damaged = [.. sound];
            damaged[at] ^= 0x40;
            File.WriteAllBytes(PathOf("stories_1"), damaged);
            Should.Throw<CorruptIndexException>(() => ArticleSnapshot.Open(_store.FindLive()!), $"byte {at}").Message.ShouldContain("stories_1");
            File.WriteAllBytes(PathOf("stories_1"), sound[..at]);
            Should.Throw<CorruptIndexException>(() => ArticleSnapshot.Open(_store.FindLive()!), $"length {at}").Message.ShouldContain("stories_1");
        }
    }

    [Theory]
    [InlineData("stories_1")]
    [InlineData("stories.stems")]
    public void Verify_FileMissing_IsDamage(string file)
    {
        WriteStories();
        using var directory = new FileSystemDirectory(_store.FindLive()!.Path);
        StoryVerifier.Verify(directory, DirectoryReader.Open(directory)).ShouldBe(new StoryStatistics(3, 1, 2, 2));
        directory.DeleteFile(file);
        Should.Throw<CorruptIndexException>(() => StoryVerifier.Verify(directory, DirectoryReader.Open(directory))).Message.ShouldContain(file);
    }

    [Fact]
    public void Verify_StoriesOfAnotherCommit_IsDamage()
    {
        WriteStories();
        using var directory = new FileSystemDirectory(_store.FindLive()!.Path);
        directory.DeleteFile("stories_1");
        var groups = new StoryGroups();
        groups.Set("a", "unknown");
        StoryGroupsFormat.Write(directory, "stories_1", groups);
        Should.Throw<CorruptIndexException>(() => StoryVerifier.Verify(directory, DirectoryReader.Open(directory))).Message.ShouldContain("'unknown'");
    }

    [Fact]
    public void Open_CommitThatNamesNoStories_IsDamage()
    {
        WriteStories();
        using (var directory = new FileSystemDirectory(_store.FindLive()!.Path))
        using (var writer = new IndexWriter(directory, ArticleSchema.WriterConfig))
        {
            writer.CommitUserData = writer.CommitUserData.Where(d => d.Key != StoryFiles.Key).ToDictionary(StringComparer.Ordinal);
            writer.Commit();
        }

        Should.Throw<CorruptIndexException>(() => ArticleSnapshot.Open(_store.FindLive()!)).Message.ShouldContain("does not name the file of its stories");
        Should.Throw<CorruptIndexException>(() => GenerationWriter.Open(_store, _store.FindLive()!).Dispose());
    }

    [Fact]
    public void Lucene_IndexWithStories_IsSoundAndStaysSoWhenLuceneWrites()
    {
        Oracle.SkipUnlessAvailable();
        WriteStories();
        string path = _store.FindLive()!.Path;
        Oracle.CheckIndex(path);
        Oracle.MergeIndex(path);
        Oracle.CheckIndex(path);
        File.Exists(PathOf("stories_1")).ShouldBeTrue();
    }

    [Fact]
    public void Update_RealArticlesInRandomBatches_StoriesAreThoseOfGroupingEverything()
    {
        Corpus.SkipUnlessAvailable();
        Random random = Seeds.Random();
        string[] files = Directory.GetFiles(Corpus.AzureNewsFolder, "*.md");
        random.Shuffle(files);

        // Two thirds at once, the rest in batches.
        files = files[..LongTier.Rounds(fast: 1_800, full: files.Length)];
        int first = files.Length * 2 / 3;
        foreach (string file in files.Take(first)) File.Copy(file, Path.Combine(_source, Path.GetFileName(file)));
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        StemTable table = TableOf(_store);
        for (int next = first; next < files.Length;)
        {
            int batch = random.Next(1, 500);
            foreach (string file in files.Skip(next).Take(batch)) File.Copy(file, Path.Combine(_source, Path.GetFileName(file)));
            foreach (string file in Directory.GetFiles(_source).Where(_ => random.Next(60) == 0))
            {
                // Half of them go, and half get the words of another article.
                if (random.Next(2) == 0) File.Delete(file);
                else File.Copy(files[random.Next(files.Length)], file, overwrite: true);
            }

            next += batch;
            new IndexUpdater(_store).Update(cancellationToken: TestContext.Current.CancellationToken);
            string[] kept = StoriesOf(_store);
            kept.ShouldBe(Grouped(_store, table), $"after {next}");
            TestContext.Current.TestOutputHelper?.WriteLine($"after {next}: {kept.Length} stories of several");
        }
    }

    [Fact]
    public void Build_RealArticles_GroupsAsManyAsWereMeasured()
    {
        StoryStatistics figures = ArticleSnapshot.Open(_real.Store.FindLive()!).Stories.ToStatistics();
        TestContext.Current.TestOutputHelper?.WriteLine($"{figures}");
        (figures.Articles / 4957.0).ShouldBe(0.27, 0.015);
        figures.Largest.ShouldBeLessThanOrEqualTo(9);
    }

    private static StemTable TableOf(GenerationStore store)
    {
        using IndexDirectory directory = store.OpenDirectory(store.FindLive()!);
        return StemTableFormat.Read(directory);
    }

    private static string[] StoriesOf(GenerationStore store)
    {
        using IndexDirectory directory = store.OpenDirectory(store.FindLive()!);
        DirectoryReader reader = DirectoryReader.Open(directory);
        StoryVerifier.Verify(directory, reader).ShouldNotBeNull();
        return [.. StoryGroupsFormat.Read(directory, StoryFiles.NameIn(reader.Commit)).Select(s => string.Join(' ', s))];
    }

    /// <summary>All articles of the live generation grouped from nothing, by their stored texts.</summary>
    private static string[] Grouped(GenerationStore store, StemTable table)
    {
        ArticleSnapshot snapshot = ArticleSnapshot.Open(store.FindLive()!);
        var articles = new List<Article>();
        foreach (LeafReaderContext leaf in snapshot.Reader.Leaves)
        {
            for (int doc = 0; doc < leaf.Reader.MaxDoc; doc++)
            {
                if (leaf.Reader.LiveDocs is { } live && !live[doc]) continue;
                ArticleRecord record = snapshot.ReadRecord(leaf.DocBase + doc);
                articles.Add(SomeArticles.Titled(record.Id, record.Title, record.Excerpt) with { PublishedAt = record.PublishedDateTime });
            }
        }

        return StoryGrouperTests.Lines(StoryGrouper.Group(new MemoryTimeline(articles, table)));
    }

    private void WriteStories()
    {
        Write("a", "Comet over the glacier", 1);
        Write("b", "Comet over the glacier", 2);
        Write("c", "Something else entirely", 1);
        Write("d", "Nothing like that at all", 1);
        new IndexBuilder(_store).Build(_source, cancellationToken: TestContext.Current.CancellationToken);
        StoriesOf(_store).ShouldBe(["a b"]);
    }

    private void Write(string id, string title, int day) => File.WriteAllText(Path.Combine(_source, id + ".md"), $"---\ntitle: {title}\npublishedDateTime: 2021-08-{day:D2}T08:00:00Z\n---\n");

    private void Update() => new IndexUpdater(_store).Update(cancellationToken: TestContext.Current.CancellationToken);

    private string PathOf(string file) => Path.Combine(_store.FindLive()!.Path, file);

    private string[] Files() => [.. Directory.GetFiles(_store.FindLive()!.Path).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];
}
