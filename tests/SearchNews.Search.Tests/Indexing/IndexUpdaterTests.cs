using SearchNews.Lucene.Index;
using SearchNews.Lucene.Store;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Indexing.Manifests;

namespace SearchNews.Search.Tests.Indexing;

public sealed class IndexUpdaterTests : IDisposable
{
    private static readonly UpdateOptions Anything = new() { AllowShrink = true, AllowSkips = true };
    private static readonly DateTime Old = new(2021, 5, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly TempFolder _folder = new();
    private readonly GenerationStore _store;
    private readonly string _source;

    public IndexUpdaterTests()
    {
        _source = _folder.CreateFolder("source");
        _store = new GenerationStore(_folder.Combine("index"));
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Manifest => Path.Combine(_store.FindLive()!.Path, ManifestFormat.FileName);

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Update_RandomEdits_EqualsARebuild(int run)
    {
        Random random = Seeds.Random(run);
        var folder = new RandomFolder(_source, random);
        folder.Fill(60);
        Build();
        for (int round = 0; round < 4; round++)
        {
            string[] edits = [.. Enumerable.Range(0, random.Next(1, 25)).Select(_ => folder.Edit())];
            UpdateReport update = new IndexUpdater(_store, Anything).Update(_source, cancellationToken: Cancellation);
            var rebuilt = new GenerationStore(_folder.Combine($"rebuilt{round}"));
            BuildReport rebuild = new IndexBuilder(rebuilt).Build(_source, cancellationToken: Cancellation);
            string because = $"run {run}, round {round}: {string.Join("; ", edits)}";
            IndexContent.Records(_store).ShouldBe(IndexContent.Records(rebuilt), because);
            (update.Indexed + update.Unchanged, update.Removed).ShouldBe((rebuild.Indexed, rebuild.Removed), because);
            update.Skipped.ShouldBe(rebuild.Skipped, because);
            new IndexUpdater(_store, Anything).Update(_source, cancellationToken: Cancellation).ShouldSatisfyAllConditions(r => r.Indexed.ShouldBe(0, because), r => r.Deleted.ShouldBe(0, because), r => r.Commit.ShouldBe(update.Commit));
            if (round % 2 == 0) continue;
            IndexContent.Merge(_store);
            IndexContent.Answers(_store).ShouldBe(IndexContent.Answers(rebuilt), because);
        }
    }

    [Fact]
    public void Update_NothingChanged_CommitsNothingAndReadsNothing()
    {
        Write(0, 5);
        Build();
        UpdateReport report = Update();
        report.ShouldSatisfyAllConditions(r => r.Unchanged.ShouldBe(5), r => r.Indexed.ShouldBe(0), r => r.Commit.ShouldBe(1), r => r.ReadSeconds.ShouldBe(0));
    }

    [Fact]
    public void Update_OneChanged_ReadsThatOneOnly()
    {
        Write(0, 30);
        Build();
        Write(7, "Harvest number 7", Old.AddDays(1));
        File.Delete(PathOf(8));
        Write(90, "Violin", Old);
        UpdateReport report = Update();
        (report.Indexed, report.Unchanged, report.Deleted, report.Commit).ShouldBe((2, 28, 1, 2));
        SortedDictionary<string, string> records = IndexContent.Records(_store);
        records["a007"].ShouldContain("Harvest number 7");
        records.ContainsKey("a008").ShouldBeFalse();
        records.ContainsKey("a090").ShouldBeTrue();
    }

    [Fact]
    public void Update_SameSizeAndTime_IsFoundByFullHashOnly()
    {
        Write(0, 3);
        Build();
        Write(1, "Lomet number 1", Old.AddMinutes(1));
        Update().Indexed.ShouldBe(0);
        Update(new UpdateOptions { FullHash = true }).Indexed.ShouldBe(1);
        IndexContent.Records(_store)["a001"].ShouldContain("Lomet");
    }

    [Fact]
    public void Update_WrittenWhileTheFolderWasRead_IsReadAgain()
    {
        // Size and time are the same, but the time is so close to the build's that the build may have read the file before this change.
        DateTime now = DateTime.UtcNow;
        Write(0, 3);
        Write(1, "Comet number 1", now);
        Build();
        Write(1, "Lomet number 1", now);
        Update().Indexed.ShouldBe(1);
        IndexContent.Records(_store)["a001"].ShouldContain("Lomet");
    }

    [Fact]
    public void Update_ClockWentBack_TrustsNoTimes()
    {
        Write(0, 3);
        var clock = new StillClock(DateTimeOffset.UtcNow.AddDays(1));
        new IndexBuilder(_store, clock: clock).Build(_source, cancellationToken: Cancellation);
        Write(1, "Lomet number 1", Old.AddMinutes(1));
        Update().Indexed.ShouldBe(1);
        UpdateReport settled = Update();
        (settled.Indexed, settled.ReadSeconds).ShouldBe((0, 0.0));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Update_WithoutManifest_ComparesContents(bool damaged)
    {
        Write(0, 10);
        Build();
        Write(4, "Orchid", Old.AddMinutes(4));
        if (damaged)
        {
            byte[] bytes = File.ReadAllBytes(Manifest);
            bytes[bytes.Length / 2] ^= 1;
            File.WriteAllBytes(Manifest, bytes);
        }
        else
        {
            File.Delete(Manifest);
        }

        UpdateReport report = Update();
        (report.Indexed, report.Unchanged).ShouldBe((1, 9));
        Update().ReadSeconds.ShouldBe(0);
    }

    [Fact]
    public void Update_ManifestOfAnotherCommit_IsNotTrusted()
    {
        Write(0, 10);
        Build();
        byte[] before = File.ReadAllBytes(Manifest);
        Write(4, "Orchid", Old.AddMinutes(99));
        Update();
        Write(4, "Comet number 4", Old.AddMinutes(4));
        File.WriteAllBytes(Manifest, before);
        Update().Indexed.ShouldBe(1);
        IndexContent.Records(_store)["a004"].ShouldContain("Comet");
    }

    [Fact]
    public void Update_BrokenArticle_GoesAndIsNamedUntilItComesBack()
    {
        Write(0, 30);
        Build();
        File.WriteAllText(PathOf(3), "no front matter");
        UpdateReport broken = Update();
        (broken.Deleted, broken.Unchanged).ShouldBe((1, 29));
        broken.Skipped.ShouldHaveSingleItem().ShouldStartWith("a003.md:1:1: there is no front matter");
        Update().Skipped.ShouldBe(broken.Skipped);
        Write(3, "Comet is back", Old.AddDays(3));
        Update().ShouldSatisfyAllConditions(r => r.Indexed.ShouldBe(1), r => r.Skipped.ShouldBeEmpty());
    }

    [Fact]
    public void Update_RemovedArticle_GoesAndIsCounted()
    {
        Write(0, 30);
        Build();
        File.WriteAllText(PathOf(3), "---\ntitle: Gone\nremoved: true\n---\n");
        (int, int) gone = Update() is { } r ? (r.Deleted, r.Removed) : default;
        gone.ShouldBe((1, 1));
        Update().Removed.ShouldBe(1);
    }

    [Fact]
    public void Update_ShadowingFileGoes_TheOtherOfTheSameIdCounts()
    {
        Write(0, 30);
        File.WriteAllText(Path.Combine(_source, "a005.markdown"), "---\ntitle: Shadow\n---\n");
        Build();
        IndexContent.Records(_store)["a005"].ShouldContain("Shadow");
        File.Delete(Path.Combine(_source, "a005.markdown"));
        UpdateReport report = Update();
        (report.Indexed, report.Deleted, report.Skipped.Count).ShouldBe((1, 0, 0));
        IndexContent.Records(_store)["a005"].ShouldContain("Comet number 5");
    }

    [Theory]
    [InlineData(17, true)]
    [InlineData(18, false)]
    [InlineData(0, true)]
    public void Update_FewerThanNineTenths_IsRefused(int remaining, bool refused)
    {
        Write(0, 20);
        Build();
        foreach (int i in Enumerable.Range(remaining, 20 - remaining)) File.Delete(PathOf(i));
        if (refused)
        {
            Should.Throw<BuildRefusedException>(() => Update()).Message.ShouldContain("--allow-shrink");
            IndexContent.Records(_store).Count.ShouldBe(20);
            Update(new UpdateOptions { AllowShrink = true }).Deleted.ShouldBe(20 - remaining);
        }
        else
        {
            Update();
        }

        IndexContent.Records(_store).Count.ShouldBe(remaining);
    }

    [Fact]
    public void Update_ManyNewlySkipped_IsRefused()
    {
        Write(0, 400);
        Build();
        foreach (int i in Enumerable.Range(0, 21)) File.WriteAllText(Path.Combine(_source, $"x{i}.md"), "no front matter");
        Update().Skipped.Count.ShouldBe(21);
        foreach (int i in Enumerable.Range(0, 25)) File.WriteAllText(PathOf(i), "no front matter");
        Should.Throw<BuildRefusedException>(() => Update()).Message.ShouldContain("--allow-skips");
        IndexContent.Records(_store).Count.ShouldBe(400);
        Update(Anything).Skipped.Count.ShouldBe(46);
    }

    [Fact]
    public void Update_SourceIsGone_IsRefusedAndEmptiesNothing()
    {
        Write(0, 3);
        Build();
        Directory.Move(_source, _source + "-unmounted");
        Should.Throw<DirectoryNotFoundException>(() => Update()).Message.ShouldContain("the index stays as it is");
        IndexContent.Records(_store).Count.ShouldBe(3);
    }

    [Fact]
    public void Update_WithoutFolder_TakesTheOneOfTheIndex()
    {
        Write(0, 20);
        Build();
        Write(3, "Orchid", Old.AddDays(1));
        new IndexUpdater(_store).Update(cancellationToken: Cancellation).Indexed.ShouldBe(1);
    }

    [Fact]
    public void Update_OtherFolder_ComparesContentsAndIsRemembered()
    {
        Write(0, 20);
        Build();
        string other = _folder.CreateFolder("other");
        foreach (string file in Directory.EnumerateFiles(_source))
        {
            File.Copy(file, Path.Combine(other, Path.GetFileName(file)));
            File.SetLastWriteTimeUtc(Path.Combine(other, Path.GetFileName(file)), File.GetLastWriteTimeUtc(file));
        }

        string changed = Path.Combine(other, "a003.md");
        DateTime time = File.GetLastWriteTimeUtc(changed);
        File.WriteAllText(changed, "---\ntitle: Lomet number 3\n---\n");
        File.SetLastWriteTimeUtc(changed, time);
        UpdateReport report = new IndexUpdater(_store).Update(other, cancellationToken: Cancellation);
        (report.Indexed, report.Unchanged).ShouldBe((1, 19));
        _store.FindSource().ShouldBe(other);
    }

    [Fact]
    public void Update_Cancelled_ChangesNothing()
    {
        Write(0, 20);
        Build();
        Write(3, "Orchid", Old.AddDays(1));
        using var cancel = new CancellationTokenSource();
        Should.Throw<OperationCanceledException>(() => new IndexUpdater(_store).Update(_source, p => CancelAt(p, BuildStage.Committing, cancel), cancel.Token));
        IndexContent.Records(_store)["a003"].ShouldContain("Comet");
        Update().Indexed.ShouldBe(1);
    }

    [Fact]
    public void Update_NoIndex_SaysSo() => Should.Throw<BackendUnavailableException>(() => Update()).Message.ShouldContain("index rebuild");

    [Fact]
    public void Update_OtherSchema_IsRefused()
    {
        TestIndex.Add(_store, [SomeArticles.Titled("a", "Comet")], schema: ArticleSchema.Version - 1);
        Should.Throw<BackendUnavailableException>(() => Update()).Message.ShouldContain("index rebuild");
    }

    [Fact]
    public void Update_ManyTimes_KeepsTheSegmentsFew()
    {
        Write(0, 20);
        Build();
        for (int i = 0; i < 60; i++)
        {
            Write(i % 20, $"Comet again {i}", Old.AddDays(1 + i));
            Update();
        }

        using var directory = new FileSystemDirectory(_store.FindLive()!.Path);
        DirectoryReader.Open(directory).Leaves.Count.ShouldBeLessThan(15);
    }

    private static void CancelAt(BuildProgress progress, BuildStage stage, CancellationTokenSource cancel)
    {
        if (progress.Stage == stage) cancel.Cancel();
    }

    private void Build() => new IndexBuilder(_store, new BuildOptions { AllowSkips = true }).Build(_source, cancellationToken: Cancellation);

    private UpdateReport Update(UpdateOptions? options = null) => new IndexUpdater(_store, options).Update(_source, cancellationToken: Cancellation);

    private string PathOf(int number) => Path.Combine(_source, $"a{number:D3}.md");

    private void Write(int from, int count)
    {
        foreach (int i in Enumerable.Range(from, count)) Write(i, $"Comet number {i}", Old.AddMinutes(i));
    }

    private void Write(int number, string title, DateTime time)
    {
        File.WriteAllText(PathOf(number), $"---\ntitle: {title}\n---\n");
        File.SetLastWriteTimeUtc(PathOf(number), time);
    }
}
