using System.Text;
using SearchNews.Search.Embedded;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Search.Maintenance;
using SearchNews.Search.Requests;
using SearchNews.Search.Responses;
using SearchNews.Search.Tests.Indexing;

namespace SearchNews.Search.Tests.Maintenance;

public sealed class IndexMaintainerTests : IDisposable
{
    private readonly TempFolder _folder = new();
    private readonly GenerationStore _store;
    private readonly EmbeddedBackend _backend;
    private readonly string _source;
    private IndexMaintainer? _maintainer;

    public IndexMaintainerTests()
    {
        _source = _folder.CreateFolder("source");
        _store = new GenerationStore(_folder.Combine("index"));
        for (int i = 0; i < 12; i++) Write($"a{i:D2}.md", $"Comet number {i}");
        new IndexBuilder(_store).Build(_source, cancellationToken: Cancellation);
        _backend = new EmbeddedBackend(_store);
        _maintainer = Open();
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private IndexMaintainer Maintainer => _maintainer ??= Open();

    public void Dispose()
    {
        _maintainer?.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task PutArticle_New_IsWrittenIndexedAndSearchable()
    {
        Put("2021/08/zeppelin", "Zeppelin over Zurich").ShouldBe(ArticleChange.Created);
        (await File.ReadAllTextAsync(Path.Combine(_source, "2021", "08", "zeppelin.md"), Cancellation)).ShouldContain("Zurich");
        (await FindAsync("zeppelin")).ShouldBe(["2021/08/zeppelin"]);
        Leftovers().ShouldBeEmpty();
        EqualsARebuild();
    }

    [Fact]
    public async Task PutArticle_Known_ReplacesIt()
    {
        Put("a03", "Orchid show").ShouldBe(ArticleChange.Replaced);
        (await FindAsync("orchid")).ShouldBe(["a03"]);
        (await FindAsync("title:\"comet number 3\"")).ShouldBeEmpty();
        Put("a03", "Violin concert").ShouldBe(ArticleChange.Replaced);
        (await FindAsync("violin")).ShouldBe(["a03"]);
        EqualsARebuild();
    }

    [Fact]
    public async Task PutArticle_FileWithTheLongExtension_ReplacesThatFile()
    {
        Write("long.markdown", "Harvest");
        Maintainer.Update(new UpdateOptions(), cancellationToken: Cancellation);
        Put("long", "Glacier").ShouldBe(ArticleChange.Replaced);
        File.Exists(Path.Combine(_source, "long.md")).ShouldBeFalse();
        (await FindAsync("glacier")).ShouldBe(["long"]);

        // Also when the index does not know the file yet.
        Write("unseen.markdown", "Harvest");
        Put("unseen", "Glacier too").ShouldBe(ArticleChange.Replaced);
        File.Exists(Path.Combine(_source, "unseen.md")).ShouldBeFalse();
        EqualsARebuild();
    }

    [Fact]
    public async Task PutArticle_Removed_IsWrittenAndNotIndexed()
    {
        Maintainer.PutArticle("a04", Encoding.UTF8.GetBytes("---\ntitle: Comet\nremoved: true\n---\n"), Cancellation).ShouldBe(ArticleChange.Replaced);
        (await _backend.FindArticleAsync("a04", Cancellation)).ShouldBeNull();
        EqualsARebuild();
        Put("a04", "Comet is back").ShouldBe(ArticleChange.Replaced);
        (await _backend.FindArticleAsync("a04", Cancellation)).ShouldNotBeNull();
    }

    [Theory]
    [InlineData("no front matter")]
    [InlineData("---\ntitle: &anchor Comet\n---\n")]
    [InlineData("---\ntype: article\n---\n")]
    [InlineData("")]
    public void PutArticle_Broken_WritesNothing(string text)
    {
        Should.Throw<InvalidArticleException>(() => Maintainer.PutArticle("new", Encoding.UTF8.GetBytes(text), Cancellation)).Diagnostics.ShouldNotBeEmpty();
        File.Exists(Path.Combine(_source, "new.md")).ShouldBeFalse();
        Should.Throw<InvalidArticleException>(() => Maintainer.PutArticle("a01", Encoding.UTF8.GetBytes(text), Cancellation));
        File.ReadAllText(Path.Combine(_source, "a01.md")).ShouldContain("Comet");
        EqualsARebuild();
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("../outside")]
    [InlineData("a/../../outside")]
    [InlineData("/etc/passwd")]
    [InlineData("a//b")]
    [InlineData("a\\b")]
    [InlineData("a\nb")]
    [InlineData("a\0b")]
    [InlineData("a01.md/x")]
    [InlineData("link/x")]
    [InlineData("linked")]
    [InlineData("folder")]
    public void Change_BadId_IsRefused(string id)
    {
        string outside = _folder.CreateFolder("outside");
        Directory.CreateSymbolicLink(Path.Combine(_source, "link"), outside);
        File.CreateSymbolicLink(Path.Combine(_source, "linked.md"), Path.Combine(outside, "target.md"));
        Directory.CreateDirectory(Path.Combine(_source, "folder.md"));
        Should.Throw<InvalidRequestException>(() => Put(id, "Comet"));
        Should.Throw<InvalidRequestException>(() => Maintainer.DeleteArticle(id, Cancellation));
        Directory.EnumerateFileSystemEntries(outside).ShouldBeEmpty();
    }

    [Fact]
    public void PutArticle_LongName_IsRefusedBeforeTheDiskRefuses()
    {
        Put(new string('n', 246), "Comet").ShouldBe(ArticleChange.Created);
        Should.Throw<InvalidRequestException>(() => Put(new string('n', 247), "Comet"));
    }

    [Fact]
    public async Task DeleteArticle_RemovesFileAndArticle()
    {
        Maintainer.DeleteArticle("a05", Cancellation).ShouldBeTrue();
        File.Exists(Path.Combine(_source, "a05.md")).ShouldBeFalse();
        (await _backend.FindArticleAsync("a05", Cancellation)).ShouldBeNull();
        Maintainer.DeleteArticle("a05", Cancellation).ShouldBeFalse();
        Maintainer.DeleteArticle("never/there", Cancellation).ShouldBeFalse();
        EqualsARebuild();
    }

    [Fact]
    public void DeleteArticle_TwoFilesOfOneId_RemovesBoth()
    {
        Write("a06.markdown", "Shadow");
        Maintainer.DeleteArticle("a06", Cancellation).ShouldBeTrue();
        Directory.EnumerateFiles(_source, "a06.*").ShouldBeEmpty();
        EqualsARebuild();
    }

    [Fact]
    public async Task DeleteArticle_FileGoneAlready_RemovesTheArticle()
    {
        File.Delete(Path.Combine(_source, "a07.md"));
        Maintainer.DeleteArticle("a07", Cancellation).ShouldBeTrue();
        (await _backend.FindArticleAsync("a07", Cancellation)).ShouldBeNull();
    }

    [Fact]
    public async Task Rebuild_ChangesMeanwhile_AreInTheNewGeneration()
    {
        BuildReport report = Maintainer.Rebuild(
            new BuildOptions(),
            progress =>
            {
                if (progress.Stage != BuildStage.Verifying) return;
                Put("during", "Zeppelin");
                Put("a01", "Orchid");
                Maintainer.DeleteArticle("a02", Cancellation).ShouldBeTrue();
                FindAsync("zeppelin").GetAwaiter().GetResult().ShouldBe(["during"]);
                _backend.GetInfoAsync(Cancellation).AsTask().GetAwaiter().GetResult().Generation.ShouldBe("g000001");
            },
            Cancellation);
        report.Generation.ShouldBe("g000002");
        (await _backend.GetInfoAsync(Cancellation)).Generation.ShouldBe("g000002");
        (await FindAsync("zeppelin")).ShouldBe(["during"]);
        (await FindAsync("orchid")).ShouldBe(["a01"]);
        (await _backend.FindArticleAsync("a02", Cancellation)).ShouldBeNull();
        Put("after", "Quantum").ShouldBe(ArticleChange.Created);
        EqualsARebuild();
    }

    [Fact]
    public async Task Rebuild_WhileManyChangesGoOn_LosesNone()
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        Task<int> changing = Task.Run(
            () =>
            {
                int changes = 0;
                for (; !stop.IsCancellationRequested; changes++) Put($"c{changes:D4}", $"Rocket number {changes}");
                return changes;
            },
            Cancellation);
        for (int i = 0; i < 3; i++) Maintainer.Rebuild(new BuildOptions(), cancellationToken: Cancellation);
        await stop.CancelAsync();
        int done = await changing;
        done.ShouldBeGreaterThan(0);
        IndexContent.Records(_store).Count.ShouldBe(12 + done);
        (await _backend.SearchAsync(new SearchRequest { Query = "rocket" }, Cancellation)).Total.Articles.ShouldBe(done);
        EqualsARebuild();
    }

    [Fact]
    public async Task Rollback_GoesBackAndChangesGoOnFromThere()
    {
        Put("late", "Zeppelin");
        Maintainer.Rebuild(new BuildOptions(), cancellationToken: Cancellation);
        Maintainer.DeleteArticle("late", Cancellation);
        Maintainer.Rollback().Name.ShouldBe("g000001");
        (await FindAsync("zeppelin")).ShouldBe(["late"]);
        Put("later", "Violin");
        (await FindAsync("violin")).ShouldBe(["later"]);
        Should.Throw<BackendUnavailableException>(() => Maintainer.Rollback());
        Maintainer.Update(new UpdateOptions(), cancellationToken: Cancellation).Deleted.ShouldBe(1);
        EqualsARebuild();
    }

    [Fact]
    public void Update_ByHandBesideChanges_FindsOnlyWhatIsNew()
    {
        Put("one", "Zeppelin");
        Write("two.md", "Orchid");
        UpdateReport report = Maintainer.Update(new UpdateOptions(), cancellationToken: Cancellation);
        (report.Indexed, report.Unchanged).ShouldBe((1, 13));
        EqualsARebuild();
    }

    [Fact]
    public void Open_Twice_IsLocked()
    {
        IndexLockedException e = Should.Throw<IndexLockedException>(() => Open());
        e.Message.ShouldContain("a test");
        Maintainer.Dispose();
        _maintainer = Open();
    }

    [Fact]
    public async Task PutArticle_AfterRestart_IsRemembered()
    {
        Put("one", "Zeppelin");
        Restart();
        (await FindAsync("zeppelin")).ShouldBe(["one"]);
        Maintainer.Update(new UpdateOptions(), cancellationToken: Cancellation).ShouldSatisfyAllConditions(r => r.Indexed.ShouldBe(0), r => r.Unchanged.ShouldBe(13));
    }

    [Fact]
    public void PutArticle_LiveIndexDamaged_WritesNothingAndRecoversByRebuild()
    {
        _maintainer!.Dispose();
        _maintainer = null;
        string segments = Directory.EnumerateFiles(_store.FindLive()!.Path, "segments_*").Single();
        byte[] bytes = File.ReadAllBytes(segments);
        bytes[^1] ^= 1;
        File.WriteAllBytes(segments, bytes);
        Should.Throw<BackendUnavailableException>(() => Put("new", "Comet")).Message.ShouldContain("segments_");
        File.Exists(Path.Combine(_source, "new.md")).ShouldBeFalse();
        Maintainer.Rebuild(new BuildOptions(), cancellationToken: Cancellation);
        Put("new", "Comet").ShouldBe(ArticleChange.Created);
        EqualsARebuild();
    }

    [Fact]
    public async Task PutArticle_FolderCannotBeWritten_ChangesNothingAndWorksAgain()
    {
        Write("blocked/old.md", "Old");
        Maintainer.Update(new UpdateOptions(), cancellationToken: Cancellation);

        // A folder in the place of the temporary file: root may write anywhere, so rights would prove nothing.
        string temporary = Path.Combine(_source, "blocked", ".searchnews.tmp");
        Directory.CreateDirectory(Path.Combine(temporary, "x"));
        Should.Throw<Exception>(() => Put("blocked/old", "Zeppelin")).ShouldBeAssignableTo<SystemException>();
        (await FindAsync("zeppelin")).ShouldBeEmpty();
        Directory.Delete(temporary, recursive: true);
        Put("blocked/old", "Zeppelin").ShouldBe(ArticleChange.Replaced);
        (await FindAsync("zeppelin")).ShouldBe(["blocked/old"]);
        Maintainer.Problem.ShouldBeNull();
        EqualsARebuild();
    }

    [Fact]
    public void Change_Disposed_Throws()
    {
        _maintainer!.Dispose();
        Should.Throw<ObjectDisposedException>(() => _maintainer.DeleteArticle("a01", Cancellation));
        Should.Throw<ObjectDisposedException>(() => _maintainer.Rebuild(new BuildOptions(), cancellationToken: Cancellation));
        _maintainer = null;
    }

    private IndexMaintainer Open() => IndexMaintainer.Open(_store, _source, _backend.Refresh, "a test");

    private void Restart()
    {
        _maintainer?.Dispose();
        _maintainer = null;
    }

    private ArticleChange Put(string id, string title) => Maintainer.PutArticle(id, Encoding.UTF8.GetBytes($"---\ntitle: {title}\n---\n"), Cancellation);

    private void Write(string path, string title)
    {
        string full = Path.Combine(_source, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, $"---\ntitle: {title}\n---\n");
    }

    private async Task<string[]> FindAsync(string query)
    {
        SearchResponse response = await _backend.SearchAsync(new SearchRequest { Query = query }, Cancellation);
        return [.. response.Hits.Select(h => h.Id)];
    }

    private IEnumerable<string> Leftovers() => Directory.EnumerateFiles(_source, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".md", StringComparison.Ordinal));

    private void EqualsARebuild()
    {
        var rebuilt = new GenerationStore(_folder.Combine($"rebuilt{Directory.GetDirectories(_folder.Path).Length}"));
        new IndexBuilder(rebuilt).Build(_source, cancellationToken: Cancellation);
        IndexContent.Records(_store).ShouldBe(IndexContent.Records(rebuilt));
    }
}
