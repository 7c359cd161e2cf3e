using SearchNews.Lucene.Index;
using SearchNews.Search.Generations;
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
        for (int i = 0; i < 4; i++) store.Switch(store.CreateNext());
        store.CreateNext();
        Directory.CreateDirectory(Path.Combine(folder.Path, "g1"));
        Directory.CreateDirectory(Path.Combine(folder.Path, "gallery"));
        store.Prune(2).ShouldBe(["g000001", "g000002", "g000005"]);
        Directory.GetDirectories(folder.Path).Select(Path.GetFileName).Order(StringComparer.Ordinal).ShouldBe(["g000003", "g000004", "g1", "gallery"]);
    }
}
