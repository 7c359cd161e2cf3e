using System.Text;
using SearchNews.Articles.FrontMatter;

namespace SearchNews.Articles.Tests.FrontMatter;

/// <summary>The edge cases of Markdig's YamlSpecs.md, and those of line ends.</summary>
public sealed class FrontMatterBlockTests
{
    [Theory]
    [InlineData("---\na: b\n---\nbody", "a: b\n", "body")]
    [InlineData("---\na: b\n...\nbody", "a: b\n", "body")]
    [InlineData("---\na: b\n---", "a: b\n", "")]
    [InlineData("---\na: b\n---\n", "a: b\n", "")]
    [InlineData("---\n---\n", "", "")]
    [InlineData("---\n---", "", "")]
    [InlineData("---\n...", "", "")]
    [InlineData("---   \na: b\n--- \t \nbody", "a: b\n", "body")]
    [InlineData("---\t\na: b\n...  \nbody", "a: b\n", "body")]
    [InlineData("\uFEFF---\na: b\n---\nbody", "a: b\n", "body")]
    [InlineData("---\r\na: b\r\n---\r\nbody", "a: b\r\n", "body")]
    [InlineData("---\ra: b\r---\rbody", "a: b\r", "body")]
    [InlineData("---\r\na: b\n---\rbody", "a: b\n", "body")]
    [InlineData("---\na: b\n---\nbody\n---\nmore", "a: b\n", "body\n---\nmore")]
    [InlineData("---\na: b\n...\n---\n", "a: b\n", "---\n")]
    [InlineData("---\na: b\n ---\n---\nbody", "a: b\n ---\n", "body")]
    [InlineData("---\na: b\n----\n---\nbody", "a: b\n----\n", "body")]
    [InlineData("---\na: b\n--- x\n---\nbody", "a: b\n--- x\n", "body")]
    [InlineData("---\na: b\n....\n---\nbody", "a: b\n....\n", "body")]
    [InlineData("---\n\n\n---\n\nbody", "\n\n", "\nbody")]
    public void Find_ClosedBlock_GivesYamlAndBody(string file, string yaml, string body)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(file);

        FrontMatterBlock block = FrontMatterBlock.Find(bytes);

        block.Status.ShouldBe(FrontMatterStatus.Found);
        Encoding.UTF8.GetString(bytes[block.Yaml]).ShouldBe(yaml);
        Encoding.UTF8.GetString(bytes[block.Body]).ShouldBe(body);
    }

    [Theory]
    [InlineData("---\na: b\n")]
    [InlineData("---\na: b")]
    [InlineData("---")]
    [InlineData("---\n")]
    [InlineData("---\na: b\n----\n")]
    [InlineData("---\na: b\n ---\n")]
    [InlineData("---\na: b\n---x\n")]
    [InlineData("---\na: b\n....\n")]
    public void Find_NeverClosed_SaysSo(string file) =>
        FrontMatterBlock.Find(Encoding.UTF8.GetBytes(file)).Status.ShouldBe(FrontMatterStatus.NotClosed);

    [Theory]
    [InlineData("")]
    [InlineData("text\n---\na: b\n---\n")]
    [InlineData("\n---\na: b\n---\n")]
    [InlineData(" ---\na: b\n---\n")]
    [InlineData("----\na: b\n----\n")]
    [InlineData("--\na: b\n--\n")]
    [InlineData("...\na: b\n...\n")]
    [InlineData("--- a\n---\n")]
    [InlineData("\uFEFF\uFEFF---\na: b\n---\n")]
    public void Find_NotOnTheFirstLine_IsMissing(string file) =>
        FrontMatterBlock.Find(Encoding.UTF8.GetBytes(file)).Status.ShouldBe(FrontMatterStatus.Missing);
}
