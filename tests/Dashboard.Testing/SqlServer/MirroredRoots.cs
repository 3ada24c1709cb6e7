using System.Linq.Expressions;
using Dashboard.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
using Microsoft.EntityFrameworkCore.Query.Internal;

namespace Dashboard.Testing.SqlServer;

/// <summary>Rewrites a query, including its subqueries, to use the tables of another context.</summary>
internal sealed class MirroredRoots(DashboardContext twin, IAsyncQueryProvider provider) : ExpressionVisitor
{
    protected override Expression VisitExtension(Expression node) => node switch
    {
        SqlQueryRootExpression raw => Raw(raw.ElementType, raw.Sql, raw.Argument),
        FromSqlQueryRootExpression raw when twin.Model.FindEntityType(raw.EntityType.Name) is { } entity =>
            new FromSqlQueryRootExpression(provider, entity, SqlServerMirror.Translated(raw.Sql), raw.Argument),
        FromSqlQueryRootExpression raw => Raw(raw.ElementType, raw.Sql, raw.Argument),
        EntityQueryRootExpression root => new EntityQueryRootExpression(provider, twin.Model.FindEntityType(root.EntityType.Name)!),
        QueryRootExpression other => throw new NotSupportedException($"{other.GetType().Name} has no mirror yet."),
        _ => base.VisitExtension(node),
    };

    protected override Expression VisitMember(MemberExpression node) =>
        node.Type.IsAssignableTo(typeof(IQueryable)) && Value(node) is IQueryable captured ? Visit(captured.Expression) : base.VisitMember(node);

    protected override Expression VisitConstant(ConstantExpression node) =>
        node.Value is IQueryable query && query.Expression is not ConstantExpression ? Visit(query.Expression) : base.VisitConstant(node);

    private static object? Value(Expression node) => Expression.Lambda(node).Compile(preferInterpretation: true).DynamicInvoke();

    private Expression Raw(Type element, string sql, Expression argument)
    {
        var query = typeof(RelationalDatabaseFacadeExtensions)
            .GetMethod(nameof(RelationalDatabaseFacadeExtensions.SqlQueryRaw))!
            .MakeGenericMethod(element)
            .Invoke(null, [twin.Database, SqlServerMirror.Translated(sql), (object[])Value(argument)!]);
        return ((IQueryable)query!).Expression;
    }
}
