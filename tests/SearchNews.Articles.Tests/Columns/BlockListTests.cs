using SearchNews.Articles.Columns;

namespace SearchNews.Articles.Tests.Columns;

public sealed class BlockListTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(2_048)]
    [InlineData(2_049)]
    [InlineData(10_000)]
    public void Index_AfterManyAdded_IsWhatWasAddedOrWritten(int count)
    {
        var list = new BlockList<int>();
        for (int i = 0; i < count; i++) list.Add(i);
        list.Count.ShouldBe(count);
        for (int i = 0; i < count; i += 3) list[i] = -i;
        for (int i = 0; i < count; i++) list[i].ShouldBe(i % 3 == 0 ? -i : i);
    }
}
