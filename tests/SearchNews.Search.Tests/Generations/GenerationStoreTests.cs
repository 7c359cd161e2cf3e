using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;
using SearchNews.Search.Indexing;
using SearchNews.Testing;

namespace SearchNews.Search.Tests.Generations;

public sealed class GenerationStoreTests
{
    [Fact]
    public void FindLive_EmptyFolder_IsNull()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(Path.Combine(folder.Path, "none"));
        store.FindLive().ShouldBeNull();
        store.List().ShouldBeEmpty();
    }

    [Fact]
    public void Switch_NextGeneration_BecomesLive()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        Generation first = store.CreateNext();
        store.FindLive().ShouldBeNull();
        store.Switch(first);
        store.FindLive().ShouldBe(first);
        Generation second = store.CreateNext();
        second.Name.ShouldBe("g000002");
        store.FindLive().ShouldBe(first);
        store.Switch(second);
        store.FindLive().ShouldBe(second);
    }

    [Fact]
    public void CurrentFile_IsTheContractsLine()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        store.Switch(store.CreateNext());

        // CRC-32 of "g000001", computed with Python's zlib.crc32.
        File.ReadAllText(Path.Combine(folder.Path, "CURRENT")).ShouldBe("g000001 2cfe39c6\n");
    }

    [Theory]
    [InlineData("")]
    [InlineData("g000001")]
    [InlineData("g000001 00000000")]
    [InlineData("../g000001 00000000")]
    [InlineData("g000001 00000000 x")]
    public void FindLive_DamagedCurrent_IsReported(string content)
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        store.Switch(store.CreateNext());
        File.WriteAllText(Path.Combine(folder.Path, "CURRENT"), content);
        Should.Throw<CorruptIndexException>(() => store.FindLive()).FileName.ShouldBe("CURRENT");
    }

    [Fact]
    public void FindLive_MissingFolder_IsReported()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        Generation only = store.CreateNext();
        store.Switch(only);
        GenerationStore.Delete(only);
        Should.Throw<CorruptIndexException>(() => store.FindLive()).Message.ShouldContain("rebuild");
    }

    [Fact]
    public void Prune_KeepsTheLiveOneAndThoseBefore_AndNothingForeign()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        for (int i = 0; i < 4; i++) store.Switch(Filled(store.CreateNext()));
        store.CreateNext();
        Directory.CreateDirectory(Path.Combine(folder.Path, "g1"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "gallery"));
        store.Prune(2).ShouldBe(["g000001", "g000002", "g000005"]);
        Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["g000003", "g000004", "g1", "gallery"]);
    }
    [Fact]
    public void Prune_AfterARollback_DeletesNothingBeforeTheNextSwitch()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        Generation first = TestIndex.Add(store, [SomeArticles.Titled("a", "one")]);
        Generation second = TestIndex.Add(store, [SomeArticles.Titled("a", "two")]);
        store.Rollback().ShouldBe(first);
        store.FindLive().ShouldBe(first);
        store.Prune(1).ShouldBeEmpty();
        store.List().ShouldBe([first, second]);
        Generation third = TestIndex.Add(store, [SomeArticles.Titled("a", "three")]);
        store.Prune(2, previous: first).ShouldBe([second.Name]);
        store.List().ShouldBe([first, third]);
    }

    [Fact]
    public void Rollback_DamagedOnes_ArePassedOver()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        Generation first = TestIndex.Add(store, [SomeArticles.Titled("a", "one")]);
        Generation second = TestIndex.Add(store, [SomeArticles.Titled("a", "two")]);
        TestIndex.Add(store, [SomeArticles.Titled("a", "three")]);
        string file = Directory.EnumerateFiles(second.Path, "_0*").MaxBy(f => new FileInfo(f).Length)!;
        byte[] bytes = File.ReadAllBytes(file);
        bytes[bytes.Length / 2] ^= 4;
        File.WriteAllBytes(file, bytes);
        store.Rollback().ShouldBe(first);
        Should.Throw<BackendUnavailableException>(() => store.Rollback()).Message.ShouldContain("no sound generation before 'g000001'");
        store.FindLive().ShouldBe(first);
    }

    [Fact]
    public void Rollback_DamagedCurrent_TakesTheNewestSoundOne()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        TestIndex.Add(store, [SomeArticles.Titled("a", "one")]);
        Generation second = TestIndex.Add(store, [SomeArticles.Titled("a", "two")]);

        // Committed, but its build had not ended.
        Generation third = TestIndex.Add(store, [SomeArticles.Titled("a", "three")]);
        File.WriteAllText(Path.Combine(third.Path, "unfinished"), "");
        File.WriteAllText(Path.Combine(folder.Path, "CURRENT"), "g000002 00000000\n");
        store.Rollback().ShouldBe(second);
    }

    [Fact]
    public void DeleteUnfinished_TakesWhatWasNeverLive()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        Generation live = Filled(store.CreateNext());
        store.Switch(live);
        File.WriteAllText(Path.Combine(store.CreateNext().Path, "segments_1"), "");
        Directory.CreateDirectory(Path.Combine(folder.Path, "g000007"));
        Generation older = new(5, Directory.CreateDirectory(Path.Combine(folder.Path, "g000005")).FullName);
        Filled(older);
        store.DeleteUnfinished().ShouldBe(["g000002", "g000007"]);
        store.List().ShouldBe([live, older]);
    }

    [Fact]
    public void FindSource_WithoutIndex_IsTheDefaultFolder()
    {
        using var folder = new TempFolder();
        var store = new GenerationStore(folder.Path);
        store.FindSource().ShouldBe(store.DefaultSource);
        TestIndex.Add(store, []);
        store.FindSource().ShouldBe(store.DefaultSource);
    }

    [Fact]
    public void FindSource_LiveGenerationDamaged_IsThatOfTheOneBefore()
    {
        using var folder = new TempFolder();
        string source = folder.CreateFolder("news");
        var store = new GenerationStore(folder.Combine("index"));
        new IndexBuilder(store).Build(source, cancellationToken: TestContext.Current.CancellationToken);
        new IndexBuilder(store).Build(source, cancellationToken: TestContext.Current.CancellationToken);
        File.WriteAllText(Path.Combine(store.FindLive()!.Path, "segments_1"), "");
        store.FindSource().ShouldBe(source);
    }

    private static Generation Filled(Generation generation)
    {
        File.WriteAllText(Path.Combine(generation.Path, "segments_1"), "");
        return generation;
    }
}
